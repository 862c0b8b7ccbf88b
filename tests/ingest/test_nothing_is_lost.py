"""Every sentence of a document is in a passage, in a removal, or behind a refusal's reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.reader import parse_article
from bot.ingest.refusal import RefusedFileError
from bot.language.plain_text import word_set

if TYPE_CHECKING:
    from bot.articles.article import Article

WORDS = st.sampled_from(
    sorted(
        word_set(
            "bridge ferry mayor Saturday Ann Lee Photo: AFP Reuters cookies use We Related: Also "
            "read Recommended: Share Home > / News the a of in was 2024 March By London, – — - “So "
            "it was” File image NEXT PREV Image: by Tags: © All rights reserved"
        )
    )
)
SENTENCES = st.builds(
    lambda words, number, end: f"{' '.join(words)} n{number}{end}",
    st.lists(WORDS, min_size=1, max_size=9),
    st.integers(100, 999),
    st.sampled_from([".", "!", "?", "", "…", ".”", ":"]),
)
PREFIXES = st.sampled_from(
    ["", "", "", "# ", "## ", "- ", "> ", "1. ", "    ", "---\n", "***\n", "**", "| ", "* "]
)
TAGS = st.sampled_from(["p", "h2", "li", "div", "td", "span", "a", "aside"])
JOINTS = st.sampled_from(["\n", "\n\n", "\n\n", "\n---\n", " ", "\n\n***\n\n"])
TEXTS = st.lists(st.tuples(PREFIXES, SENTENCES, JOINTS), min_size=1, max_size=12).map(
    lambda parts: "".join(prefix + sentence + joint for prefix, sentence, joint in parts)
)
KEPT = "The ferry that crossed the harbour for ninety years has been sold to nobody at all."


def bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def said(article: Article) -> str:
    """All that is known of an article: where a sentence is in none of it, it was lost."""
    captions = [r.text for r in article.removals]
    headings = [p.heading or "" for p in article.passages]
    fields = [article.title, article.author or ""]
    return "\n".join(
        map(bare, [*fields, *headings, *captions, *(p.text for p in article.passages)])
    )


def words_of(text: str) -> set[str]:
    """The numbered words, one a sentence, by which it is known whether the sentence is there."""
    return {word for word in map(bare, text.split()) if word[:1] == "n" and word[1:].isdigit()}


@pytest.mark.parametrize("file", ["a.txt", "a.md"])
@settings(max_examples=150)
@given(text=TEXTS)
def test_no_sentence_is_lost(file: str, text: str) -> None:
    source = f"{text}\n\n{KEPT}\n"
    try:
        article = parse_article(source.encode(), file)
    except RefusedFileError as error:
        assert error.reason
        return
    known = said(article)
    missing = {word for word in words_of(source) if word not in known}
    assert not missing, source


@settings(max_examples=60)
@given(st.lists(st.tuples(TAGS, SENTENCES), max_size=9))
def test_no_sentence_of_a_page_is_lost(parts: list[tuple[str, str]]) -> None:
    sentences = [(tag, sentence.replace(">", "")) for tag, sentence in parts]
    body = "".join(f"<{tag}>{sentence}</{tag}>" for tag, sentence in sentences)
    page = f"<html><body><article><h1>The ferry</h1><p>{KEPT}</p>{body}</article></body></html>"
    try:
        article = parse_article(page.encode(), "a.html")
    except RefusedFileError as error:
        assert error.reason
        return
    known = said(article)
    assert {word for _, text in sentences for word in words_of(text) if word not in known} == set()


@pytest.mark.parametrize(
    "text",
    [
        "word " * 80 + "without a stop",
        "---\nFirst of all, it rained.\n---\n\nThen it did not.",
        "# One\n\n## Two\n\nThe mayor spoke for an hour on Monday.",
        "AFP - The two leaders met in Geneva on Monday.",
        "Recommended: Two doses, eight weeks apart.",
        "We use cookies made from oats, the baker said.",
        "a sentence that goes on and on, and " * 9000 + "ends.",
    ],
)
@pytest.mark.parametrize("file", ["a.txt", "a.md"])
def test_these_are_not_lost(text: str, file: str) -> None:
    article = parse_article(f"{text}\n\n{KEPT}".encode(), file)
    passages = bare(" ".join(f"{p.heading or ''} {p.text}" for p in article.passages))
    for line in text.split("\n"):
        assert bare(line) in passages or bare(line) == bare(article.title)
