from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles.quote import Quote
from bot.discord_app.markdown import escape
from bot.discord_app.shown.citation import address, date, deep_link, linked, place
from bot.ingest.reader import parse_article
from tests.conftest import BRIDGE

ARTICLE = parse_article(BRIDGE.encode(), "bridge.md")
FRAGMENT = "https://news.example.org/bridge#:~:text="


def quoted(text: str) -> Quote:
    passage = replace(ARTICLE.passages[0], text=text, sentences=((0, len(text)),))
    return Quote(ARTICLE, passage, (0, len(text)))


@pytest.mark.parametrize(
    ("text", "directive"),
    [
        ("It cost £4.5m.", "It%20cost%20%C2%A34.5m"),
        ("“We paid,” she said - twice.", "We%20paid%2C%E2%80%9D%20she%20said%20%2D%20twice"),
        ("R&D is well-known, & dear", "R%26D%20is%20well%2Dknown%2C%20%26%20dear"),
        (
            "One two three four, five six seven eight nine-ten, eleven & twelve.",
            "One%20two%20three%20four,nine%2Dten%2C%20eleven%20%26%20twelve",
        ),
        ("橋は" * 60, "%E6%A9%8B%E3%81%AF" * 6 + "," + "%E6%A9%8B%E3%81%AF" * 6),
    ],
)
def test_a_link_leads_to_the_quoted_words(text: str, directive: str) -> None:
    assert deep_link(quoted(text)) == FRAGMENT + directive


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_whatever_is_quoted_makes_a_directive_that_browsers_can_read(text: str) -> None:
    link = deep_link(quoted(text))
    assert link is not None
    assert len(link) <= 512
    if link == ARTICLE.url:
        return
    ends = link.removeprefix(FRAGMENT).split(",")
    assert 1 <= len(ends) <= 2
    assert not set("".join(ends)) & set("-&#()[]<> \\")
    for end in ends:
        assert unquote(end) in " ".join(text.split())


@pytest.mark.parametrize("url", ["https://news.example/#part", "https://news.example/" + "x" * 480])
def test_an_address_with_a_place_of_its_own_or_no_room_stays_as_it_is(url: str) -> None:
    quote = replace(quoted("The bridge was opened."), article=replace(ARTICLE, url=url))
    assert deep_link(quote) == url


@pytest.mark.parametrize("url", [None, "ftp://news.example/1", "https://a@b.example/", "https://["])
def test_what_is_no_web_address_is_no_link(url: str | None) -> None:
    quote = replace(quoted("The bridge was opened."), article=replace(ARTICLE, url=url))
    assert deep_link(quote) is None
    assert place(quote) == "¶ 1, Harbour bridge reopens after nine months"


@pytest.mark.parametrize(
    ("title", "url", "host"),
    [
        ("https://www.bbc.co.uk/news/1", "https://evil.example/news", " (evil.example)"),
        ("Read www.bbc.co.uk", "https://evil.example/news", " (evil.example)"),
        ("BBC.co.uk: the news", "https://www.bbc.co.uk/news", ""),
        ("The U.S. and the E.U. agree", "https://news.example/1", ""),
        ("No. 4.5 million", "https://news.example/1", ""),
    ],
)
def test_a_title_that_reads_like_another_address_has_its_host_beside_it(
    title: str, url: str, host: str
) -> None:
    article = replace(ARTICLE, title=title, url=url)
    assert linked(article) == f"[{escape(title)}]({url}){host}"


def test_an_address_with_a_name_in_it_is_no_link() -> None:
    article = replace(ARTICLE, url="https://www.bbc.co.uk@evil.example/")
    assert address(article) is None
    assert linked(article) == "Harbour bridge reopens after nine months"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        (
            "https://news.example/Mercury_(planet)",
            "https://news.example/Mercury_%28planet%29",
        ),
        (
            "https://news.example/a)https://evil.example/b**c",
            "https://news.example/a%29https://evil.example/b**c",
        ),
    ],
)
def test_a_bracket_in_an_address_does_not_end_the_link(url: str, shown: str) -> None:
    article = replace(ARTICLE, url=url)
    assert address(article) == shown
    assert linked(article) == f"[{ARTICLE.title}]({shown})"


@pytest.mark.parametrize("hours", [-10, -8, 0, 5.5, 9, 11, 13])
def test_a_day_is_the_same_from_hawaii_to_new_zealand_in_summer(hours: float) -> None:
    stamp = re.fullmatch(r"<t:(\d+):D>", date(dt.date(2026, 1, 31)))
    assert stamp
    zone = dt.timezone(dt.timedelta(hours=hours))
    assert dt.datetime.fromtimestamp(int(stamp[1]), zone).date() == dt.date(2026, 1, 31)
