from __future__ import annotations

import pytest

from bot.language.detection import languages_written_like, without_noise
from bot.language.packs import LANGUAGES, pack_for
from bot.summary.wanted_summary import wanted_summary
from tests.language.summary_examples import MORE, NAMED, OTHER, WHOLE
from tests.retrieval.meaning.embedding_letters import made_article


def naming(question: str) -> list[str]:
    """Return the words by which a question names an article whose summary it asks for."""
    said = without_noise(question)
    packs = [
        pack_for(language) for language in dict.fromkeys(("en", *languages_written_like(said)))
    ]
    found = [pack.summary_requests.naming(said) for pack in packs]
    return [one for one in found if one is not None]


def test_every_language_is_looked_at() -> None:
    for examples in (WHOLE, NAMED, OTHER, MORE):
        assert set(examples) == set(LANGUAGES)


@pytest.mark.parametrize("question", [one for some in WHOLE.values() for one in some])
def test_the_whole_of_an_article_is_asked_for(question: str) -> None:
    assert "" in naming(question)


@pytest.mark.parametrize(("question", "words"), NAMED.values(), ids=NAMED)
def test_an_article_may_be_named(question: str, words: str) -> None:
    assert any(words in one.split() or one == words for one in naming(question))


@pytest.mark.parametrize("question", [one for some in OTHER.values() for one in some])
def test_a_question_asks_for_no_summary(question: str) -> None:
    article = made_article("asked", "Nobody knows.", title=question)
    packs = map(pack_for, LANGUAGES)
    assert wanted_summary(without_noise(question), [article], packs) is None


@pytest.mark.parametrize(("language", "reply"), MORE.items())
def test_a_reply_may_ask_for_more(language: str, reply: str) -> None:
    requests = pack_for(language).summary_requests
    assert requests.asks_more(reply)
    assert requests.naming(reply) is None
    assert not any(requests.asks_more(question) for question in OTHER[language])
