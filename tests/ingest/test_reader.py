from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.reader import MAX_BYTES, parse_article, read_article
from bot.ingest.refusal import RefusedFileError
from tests.conftest import BRIDGE, OTTERS
from tests.ingest.written_files import pdf, word_document

if TYPE_CHECKING:
    from pathlib import Path

    from bot.articles.article import Article

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferry sinks | City News</title>
<meta property="og:site_name" content="City News"><meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2024-03-02T10:00:00Z">
<link rel="canonical" href="https://news.example.org/ferry"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry sinks</h1>
<p>The old ferry sank on <b>Friday</b> at its berth in the harbour, the port authority said.</p>
<p>Also read: Harbour bridge reopens</p>
<h2>Nobody hurt</h2>
<p>Nobody was on board. Captain Li Wei had left an hour earlier, after the last crossing.</p>
</article><footer>All rights reserved</footer></body></html>"""


def refusal(content: bytes, file: str) -> str:
    with pytest.raises(RefusedFileError) as raised:
        parse_article(content, file)
    assert raised.value.file == file
    return raised.value.reason


def test_reads_markdown() -> None:
    article = parse_article(BRIDGE.encode(), "bridge.md")
    assert article.title == "Harbour bridge reopens after nine months"
    assert (article.source, article.author) == ("City News", "Jane Roe")
    assert article.date == dt.date(2024, 3, 2)
    assert article.url == "https://news.example.org/bridge"
    assert [(p.number, p.heading) for p in article.passages] == [
        (1, None),
        (2, "What it cost"),
        (3, "What it cost"),
    ]


def test_reads_text_with_the_first_line_as_title() -> None:
    article = parse_article(OTTERS.encode(), "otters.txt")
    assert article.title == "Otters return to the river Lune"
    assert len(article.passages) == 3


def test_reads_html_without_the_page_around_it() -> None:
    article = parse_article(PAGE.encode(), "ferry.html")
    assert article.title == "Ferry sinks"
    assert (article.source, article.author) == ("City News", "Jane Roe")
    assert (article.date, article.url) == (dt.date(2024, 3, 2), "https://news.example.org/ferry")
    assert [p.text[:12] for p in article.passages] == ["The old ferr", "Nobody was o"]
    assert article.passages[1].heading == "Nobody hurt"
    assert "Also read: Harbour bridge reopens" in [r.text for r in article.removals]


def test_markdown_without_front_matter_takes_its_heading_for_title() -> None:
    article = parse_article(b"# The title\n\nA paragraph of some prose.\n", "x.md")
    assert article.title == "The title"
    assert [p.text for p in article.passages] == ["A paragraph of some prose."]


@pytest.mark.parametrize(
    ("content", "title", "first"),
    [
        (
            "The old ferry sank on Friday at its berth in the harbour, the port authority said.\n\n"
            "Nobody was on board.",
            "Ferry sinks",
            "The old ferry sank",
        ),
        ("word " * 80 + "\n\nNobody was on board.", "Ferry sinks", "word word"),
        (
            "The old ferry that crossed\nthe harbour for years has sunk.\n\nNobody was hurt.",
            "Ferry sinks",
            "The old ferry that crossed",
        ),
        ("Ferry goes under\nNobody was on board that day.", "Ferry goes under", "Nobody was on"),
        ("Who sank the ferry?\n\nNobody was on board that day.", "Who sank the ferry?", "Nobody"),
    ],
    ids=["prose", "over 300 characters", "wrapped", "a title", "a question"],
)
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_an_untitled_article_keeps_its_lead(
    content: str, title: str, first: str, suffix: str
) -> None:
    article = parse_article(content.encode(), f"ferry-sinks.{suffix}")
    assert article.title == title
    assert article.passages[0].text.startswith(first)


def test_markdown_that_begins_with_a_rule_loses_nothing() -> None:
    text = "---\n\nThe ferry sank on Friday.\n\n---\n\nNobody was on board."
    article = parse_article(text.encode(), "ferry.md")
    assert [p.text for p in article.passages] == [
        "The ferry sank on Friday.",
        "Nobody was on board.",
    ]


def test_reports_front_matter_that_is_not_used_and_comments() -> None:
    text = "---\ntitle: The ferry\nlicence: free\n---\n<!-- To be checked. -->\nIt sank on Friday."
    article = parse_article(text.encode(), "ferry.md")
    assert [(r.text, r.why) for r in article.removals] == [
        ("licence: free", "front matter that is not used"),
        ("<!-- To be checked. -->", "comment"),
    ]


def test_the_real_article_keeps_its_prose_and_nothing_else(real_article: Article) -> None:
    assert len(real_article.passages) == 15
    assert [p.number for p in real_article.passages] == list(range(1, 16))
    headings = {p.heading for p in real_article.passages}
    assert headings == {None, "“Ship whatever is available”"}
    whole = "\n".join(p.text for p in real_article.passages)
    for furniture in ("Also read", "PREV", "NEXT", "Washington promises a “firm” response"):
        assert furniture not in whole
    assert real_article.passages[0].text.startswith("US Secretary of State Blinken")
    assert real_article.passages[14].text.endswith("last weekend.")


@pytest.mark.parametrize(
    ("content", "file", "why"),
    [
        (b"", "a.md", "empty"),
        (b" \n\n\t", "a.txt", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 9, "a.txt", "binary"),
        (b"Only a title\n", "a.txt", "no prose"),
        (b"---\ntitle: X\n---\n", "a.md", "no prose"),
        (b"Title\n\nPREV one\nNEXT two\n- \n", "a.txt", "no prose"),
        (b"<html><body></body></html>", "a.html", "no article text"),
        (b"---\ntitle: a: b\n---\nSome words are here.", "a.md", "front matter, line 2"),
        (b"Some words.", "a.odt", ".md, .txt, .html, .pdf and .docx"),
    ],
)
def test_refuses_by_name_and_reason(tmp_path: Path, content: bytes, file: str, why: str) -> None:
    (tmp_path / file).write_bytes(content)
    with pytest.raises(RefusedFileError) as raised:
        read_article(tmp_path / file, file)
    assert why in raised.value.reason
    assert str(raised.value).startswith(f"{file}: ")


@pytest.mark.parametrize(
    ("content", "file", "mended"),
    [
        (word_document(), "a.pdf", "rename it so that it ends in .docx"),
        (word_document(), "a.txt", "rename it so that it ends in .docx"),
        (pdf(["Fog lay over the harbour all day."]), "a.docx", "rename it so that it ends in .pdf"),
        (pdf(["Fog lay over the harbour all day."]), "a.txt", "rename it so that it ends in .pdf"),
        (b"\n<!DOCTYPE html><p>Fog lay over it.", "a.pdf", "rename it so that it ends in .html"),
        (b"<html><p>Fog lay over it all day.", "a.txt", "rename it so that it ends in .html"),
        (b"{\\rtf1\\ansi Fog lay over it all day.}", "a.txt", "save it as .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.docx", "save it as .docx"),
        (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x",
            "a.html",
            "save it as .html",
        ),
    ],
)
def test_a_wrong_ending_is_told_with_the_right_one(content: bytes, file: str, mended: str) -> None:
    assert refusal(content, file).endswith(mended)


def test_refuses_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"word " * (MAX_BYTES // 5 + 1))
    with pytest.raises(RefusedFileError, match="5 MiB"):
        read_article(path, "big.txt")


def test_refuses_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError, match="can't be opened"):
        read_article(tmp_path / "gone.txt", "gone.txt")


@given(st.binary(max_size=3000), st.sampled_from(["a.md", "a.txt", "a.html"]))
def test_any_bytes_become_an_article_or_are_refused(content: bytes, file: str) -> None:
    try:
        article = parse_article(content, file)
    except RefusedFileError as error:
        assert error.reason
    else:
        assert article.passages


@given(st.text(max_size=3000))
def test_passages_of_a_text_are_found_in_it(text: str) -> None:
    try:
        article = parse_article(text.encode("utf-8", "replace"), "a.txt")
    except RefusedFileError:
        return
    source = text.encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\r", "\n")
    for passage in article.passages:
        assert passage.text in source.replace("\0", "")


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (
            "bridge.md",
            '---\ntitle: "\\u200b"\nsource: "\\u2060"\nauthor: "\\u3164"\n---\n\n{prose}',
        ),
        ("bridge.html", "<html><head><title>\u200b</title></head><body>{prose}</body></html>"),
    ],
)
def test_what_cannot_be_seen_is_no_title_source_or_author(file: str, text: str) -> None:
    prose = "<p>The harbour bridge reopened on Saturday after nine months of repairs.</p>" * 4
    prose = prose if file.endswith("html") else BRIDGE.partition("---\n\n")[2]
    article = parse_article(text.format(prose=prose).encode(), file)
    assert (article.title, article.source, article.author) == ("Bridge", None, None)


@pytest.mark.parametrize(("capital_a", "read"), [("D835", "?"), ("0000", ""), ("D835DC00", "𝐀")])
def test_what_no_database_holds_is_in_no_text_of_a_pdf(capital_a: str, read: str) -> None:
    line = "A bridge reopened on Saturday after nine months of repairs, the mayor said."
    article = parse_article(pdf([line], capital_a=capital_a), "bridge.pdf")
    assert article.passages[0].text == line.replace("A", read).strip()


def test_nor_is_it_in_a_title() -> None:
    text = BRIDGE.replace("Harbour", "A \\0bridge:")
    assert parse_article(text.encode(), "a.md").title.startswith("A bridge: bridge reopens")
