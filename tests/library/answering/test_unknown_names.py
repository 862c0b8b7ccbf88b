"""Who is asked about by a name that no article has is nobody the articles can tell of."""

from __future__ import annotations

from functools import cache

import pytest

from bot.ingest.reader import parse_article
from bot.library.library import Library
from bot.retrieval.meaning.models import shipped_models

FERRY = b"""# Van rolls off the ferry ramp

The driver, Kerensa Boase, 29, escaped through the window. Its owner, Denzil Hobba, is her uncle.

"I've seen it given," manager Walter Grieve said. She is nineteen and stronger than I am. Mr Xi \
and Farah Nasseri, who is swift, watched. My husband is a pastry chef.
"""


@cache
def library() -> Library:
    made = Library([parse_article(FERRY, "ferry.md")], models=shipped_models())
    made.embed()
    return made


@pytest.mark.parametrize(
    "question",
    [
        "who is elon musk",
        "whos taylor swift",
        "who is walter white",
        "who was mr beast",
        "Who is Mark Zuckerberg?",
        "how old is elon musk",
        "how old is messi",
        "did taylor swift jump in after the van",
        "what did Tom Cruise say about the van",
        "where did jonathan zuckerberg escape",
    ],
)
def test_a_name_of_which_nothing_is_found_is_refused(question: str) -> None:
    assert library().ask(question).outcome == "none"


@pytest.mark.parametrize(
    "question",
    [
        "who is farah naseri",  # misspelt
        "who is kerenza boase",
        "who is xi jinping",  # the article has the first word alone
        "who is the manager",
        "who's driving",
        "what did walter greve say",  # misspelt
        "did the driver escape through the window",
    ],
)
def test_a_name_that_is_nearly_there_and_what_is_no_name_are_answered_as_before(
    question: str,
) -> None:
    assert library().ask(question).outcome != "none"


@pytest.mark.parametrize(
    "question", ["¿Qué dijo el manager del sindicato?", "¿Qué comentó el manager del puerto?"]
)
def test_small_words_of_another_language_are_no_given_names(question: str) -> None:
    assert library().ask(question).outcome != "none"


@pytest.mark.parametrize(
    "question", ["was taylor smith in the van", "did tom cruise die", "tom cruise van ferry"]
)
def test_english_with_few_small_words_is_still_english(question: str) -> None:
    assert library().ask(question).outcome == "none"


def test_the_age_of_somebody_else_in_another_article_is_not_shown() -> None:
    other = b"# A baker\n\nThe apprentice is Niamh Corrigan, 19. She is nineteen and strong."
    articles = [parse_article(FERRY, "ferry.md"), parse_article(other, "baker.md")]
    both = Library(articles, models=shipped_models())
    both.embed()
    for hit in both.ask("how old is walter grieve").shown:
        assert hit.article.id == "ferry"
