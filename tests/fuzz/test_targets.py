from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.ingest.reader import MAX_BYTES, parse_article
from bot.ingest.refusal import RefusedFileError
from bot.library.library import Library
from tests.fuzz.targets import TARGETS

_PIECES = st.one_of(
    st.sampled_from(("---\n", "# ", "\n\n", "<p>", "</p>", "<div>", "title: ", "{", "[", "*a")),
    st.sampled_from(("“", "”", '"', ". ", "Mr. ", "U.S. ", "Ann Lee", " said ", "The bridge ")),
    st.sampled_from(("fn:", ":", "0", "near", "@everyone", "](http://x)", "1,000", "-", "&a ")),
    st.sampled_from(("\u202e", "\u200b", "é", "日本語", "\x00", "\ud7ff", "😀")),
)
_BYTES = st.one_of(
    st.binary(max_size=400),
    st.lists(st.one_of(_PIECES, st.text(max_size=8)), max_size=40).map(
        lambda pieces: "".join(pieces).encode("utf-8", "replace")
    ),
)


@pytest.mark.parametrize("target", TARGETS)
@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(content=_BYTES)
def test_only_documented_errors_come_out(target: str, content: bytes) -> None:
    TARGETS[target](content)


@pytest.mark.parametrize(
    ("content", "file"),
    [
        (b"Title\n\n" + b"Some words go here and there " * (MAX_BYTES // 30), "a.txt"),
        (b"Title\n\n" + b"a" * 1_000_000 + b" is a word that somebody wrote.", "a.txt"),
        (b"<html><body>" + b"<div>" * 100_000 + b"<p>Some text is here to read.</p>", "a.html"),
        (b"Title\n\n" + b"A.B." * 200_000 + b" Some words are here today for all.", "a.txt"),
        (b"Title\n\nAnn Lee, " + b"the mayor, " * 50_000, "a.txt"),
        (b"Title\n" + b"\n" * 1_000_000 + b"Some words are here today for all.", "a.txt"),
        (b"# T\n\n" + b"# H\n\n" * 50_000 + b"Some words are here today for all.", "a.md"),
        (b"Title\n\n" + "“He said ”".encode() * 50_000, "a.txt"),
    ],
    ids=["line", "word", "tags", "abbreviations", "commas", "lines", "headings", "quotes"],
)
def test_nothing_takes_for_ever(content: bytes, file: str) -> None:
    # What took time in the square of its length would not end here.
    try:
        library = Library([parse_article(content, file)])
    except RefusedFileError:
        return
    library.ask("Where did the word go?")
    library.who()
    library.summary()
