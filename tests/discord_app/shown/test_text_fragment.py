"""Links lead to the quoted words themselves, where the same words stand elsewhere too."""

from __future__ import annotations

import pytest

from bot.articles.quote import Quote
from bot.discord_app.shown.text_fragment import text_fragments
from bot.ingest.reader import parse_article

ARTICLE = parse_article(
    b"""\
The council of the town raised a fee

The council of the town said on Monday that it would raise the fee for boats by a tenth.

The council of the town said on Monday that the harbour would close for a week in the spring.

Nobody was hurt. The mayor thanked the crew. Nobody was hurt. It went on until dawn.

Nobody was hurt.
""",
    "council.txt",
)


def fragment(passage: int, sentence: int = 0) -> str:
    """Return the first directive for a sentence of a passage."""
    found = ARTICLE.passages[passage]
    return next(text_fragments(Quote(ARTICLE, found, found.sentences[sentence])))


@pytest.mark.parametrize(
    ("passage", "sentence", "directive"),
    [
        (0, 0, "The%20council%20of%20the%20town%20said,boats%20by%20a%20tenth"),
        (
            1,
            0,
            "The%20council%20of%20the%20town%20said%20on%20Monday%20that%20the,week%20in%20the%20spring",
        ),
        (2, 0, "Nobody%20was%20hurt"),
        (2, 1, "The%20mayor%20thanked%20the%20crew"),
        (2, 2, "thanked%20the%20crew.-,Nobody%20was%20hurt."),
        (3, 0, "Nobody%20was%20hurt"),
    ],
)
def test_what_stands_twice_or_begins_alike_is_told_apart(
    passage: int, sentence: int, directive: str
) -> None:
    assert fragment(passage, sentence) == directive


def test_what_follows_tells_words_apart_where_nothing_precedes_them() -> None:
    article = parse_article(
        b"A title\n\nNobody was hurt. It rained.\n\nNobody was hurt. The crew-members slept.\n",
        "a.txt",
    )
    passage = article.passages[1]
    first, *others = text_fragments(Quote(article, passage, passage.sentences[0]))
    assert first == "Nobody%20was%20hurt.,-The%20crew%2Dmembers%20slept."
    assert others == ["Nobody%20was%20hurt"]
