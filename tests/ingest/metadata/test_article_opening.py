from __future__ import annotations

import datetime as dt

import pytest

from bot.ingest.metadata.article_opening import day_of
from bot.ingest.reader import parse_article

PROSE = "The company said on Monday that it had sold the old ferry to nobody at all."


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize(
    ("opening", "title", "author", "date"),
    [
        ("FOR IMMEDIATE RELEASE\n\nFerry sold", "Ferry sold", None, None),
        ("Ferry sold\n\nBy Jane Roe", "Ferry sold", "Jane Roe", None),
        (
            "Ferry sold\n\nBy Jane Roe and Al van Poe, City News",
            "Ferry sold",
            "Jane Roe and Al van Poe",
            None,
        ),
        ("Ferry sold\n\nVon Jane Roe", "Ferry sold", "Jane Roe", None),
        ("Ferry sold\n\n2 March 2024", "Ferry sold", None, dt.date(2024, 3, 2)),
        ("Ferry sold\n\nPublished: March 2, 2024, 10:30", "Ferry sold", None, dt.date(2024, 3, 2)),
        ("Ferry sold\n\nLondon, 2 March 2024", "Ferry sold", None, dt.date(2024, 3, 2)),
        (
            "Press release\n\nFerry sold\n\nBy Jane Roe\n\n2 March 2024",
            "Ferry sold",
            "Jane Roe",
            dt.date(2024, 3, 2),
        ),
        ("Home > News\n\nFerry sold", "Ferry sold", None, None),
        (
            "Ferry sold\n\nPosted by jane_roe on 2 March 2024",
            "Ferry sold",
            "jane_roe",
            dt.date(2024, 3, 2),
        ),
        ("Ferry sold\n\nPublié le 2 mars 2024 à 7h10", "Ferry sold", None, dt.date(2024, 3, 2)),
        ("Ferry board, 2 March 2024", "Ferry board, 2 March 2024", None, dt.date(2024, 3, 2)),
        (
            "Ferry sold\n\nWords by Jane Roe | 2 May 2024",
            "Ferry sold",
            "Jane Roe",
            dt.date(2024, 5, 2),
        ),
        *[
            (
                f"Ferry sold\n\nCity Evening News{line}",
                "Ferry sold",
                "Jane Roe",
                dt.date(2024, 3, 2),
            )
            for line in (", 2 March 2024. By Jane Roe", " | 2 March 2024 | By Jane Roe")
        ],
        ("Dear parents and carers,\n\nFerry sold", "Ferry sold", None, None),
    ],
)
def test_what_stands_above_the_text_is_no_heading(
    opening: str, title: str, author: str | None, date: dt.date | None, suffix: str
) -> None:
    article = parse_article(f"{opening}\n\n{PROSE}\n".encode(), f"a.{suffix}")
    assert (article.title, article.date) == (title, date)
    assert (article.author or "").startswith(author or "")
    assert bool(article.author) == bool(author)
    assert [(p.number, p.text, p.heading) for p in article.passages] == [(1, PROSE, None)]


def test_a_press_release_begins_with_its_place_and_day() -> None:
    lead = f"LONDON, March 2, 2024 – {PROSE}"
    article = parse_article(f"FOR IMMEDIATE RELEASE\n\nFerry sold\n\n{lead}".encode(), "a.txt")
    assert article.date == dt.date(2024, 3, 2)
    assert article.passages[0].text == lead


@pytest.mark.parametrize(
    "line", ["By Monday the ferry had gone", "By the harbour", "By and by it sank", "By Ann."]
)
def test_prose_is_no_byline(line: str) -> None:
    article = parse_article(f"Ferry sold\n\n{line}\n\n{PROSE}".encode(), "a.txt")
    assert article.author is None


def test_front_matter_counts_before_the_opening() -> None:
    fields = "---\ntitle: Ferry\nauthor: Al Poe\ndate: 2020-01-01\n---\n"
    text = f"{fields}By Jane Roe\n\n2 March 2024\n\n{PROSE}"
    article = parse_article(text.encode(), "a.md")
    assert (article.author, article.date) == ("Al Poe", dt.date(2020, 1, 1))
    assert [(r.text, r.why) for r in article.removals] == [
        ("By Jane Roe", "byline"),
        ("2 March 2024", "date line"),
    ]


@pytest.mark.parametrize("text", ["31 February 2024", "2024-13-01", "March 99, 2024", "no day"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_of(text) is None


def test_a_byline_below_the_first_paragraph_is_one() -> None:
    text = f"Ferry sold\n\nIt sailed for ninety years.\n\nBy Jane Roe, curator of ships\n\n{PROSE}"
    article = parse_article(text.encode(), "a.txt")
    assert article.author == "Jane Roe"
    assert [one.text for one in article.passages] == ["It sailed for ninety years.", PROSE]


def test_two_sentences_are_no_title_whatever_they_end_with() -> None:
    text = "Hello all,\n\nHere is all you need to know of the ferry. Read it, please!\n\n" + PROSE
    article = parse_article(text.encode(), "ferry-notice.txt")
    assert (article.title, len(article.passages)) == ("Ferry notice", 2)


def test_a_chinese_sentence_is_no_headline() -> None:
    sentence = "市政府周二宣布，新的图书馆将于五月开放，耗资三百万元。"
    article = parse_article(f"{sentence}\n".encode(), "library.md")
    assert [passage.text for passage in article.passages] == [sentence]
