"""Which addresses are one and the same article."""

from __future__ import annotations

import pytest

from bot.fetching.web_address import address_of_article, canonical_address, is_same_site


@pytest.mark.parametrize(
    "address",
    [
        "https://news.example.org/a?utm_source=x&utm_medium=rss",
        "https://news.example.org/a#comments",
        "https://NEWS.example.org:443/a?fbclid=1",
        "https://news.example.org/a?amp&gclid=1",
    ],
)
def test_what_tells_readers_apart_is_dropped(address: str) -> None:
    assert canonical_address(address).removesuffix("#comments") == "https://news.example.org/a"


@pytest.mark.parametrize(
    "address",
    [
        "https://news.example.org/show?id=7",
        "https://news.example.org/?1234",
        "https://news.example.org/show?storm-at-sea&page=2",
        "https://news.example.org/storm;art372,1234",
        "https://news.example.org/storm%3Bart372,1234",
    ],
)
def test_what_tells_articles_apart_stays(address: str) -> None:
    assert canonical_address(address) == address


@pytest.mark.parametrize(
    ("named", "cited"),
    [
        ("https://www.example.org/a", "https://www.example.org/a"),
        ("https://bank.example.net/a", "https://news.example.org/a?page=1"),
        ("https://news.example.org/", "https://news.example.org/a?page=1"),
        ("https://news.example.org/?p=7", "https://news.example.org/?p=7"),
        ("javascript:alert(1)", "https://news.example.org/a?page=1"),
        (None, "https://news.example.org/a?page=1"),
    ],
)
def test_a_page_names_its_address_on_its_own_site_alone(named: str | None, cited: str) -> None:
    assert address_of_article("https://news.example.org/a?page=1", named) == cited


@pytest.mark.parametrize(
    ("address", "other", "same"),
    [
        ("https://a.example.co.uk/", "https://b.example.co.uk/", True),
        ("https://a.co.uk/", "https://b.co.uk/", False),
        ("https://me.github.io/", "https://you.github.io/", False),
        ("https://me.substack.com/p/a", "https://you.substack.com/p/a", False),
        ("https://me.wordpress.com/a", "https://me.wordpress.com/b", True),
        ("https://me.neocities.org/a", "https://you.neocities.org/a", False),
        ("https://me.tistory.com/1", "https://you.tistory.com/1", False),
        ("https://me.jimdosite.com/a", "https://you.jimdosite.com/a", False),
        ("https://sites.google.com/view/me", "https://blog.google.com/a", False),
        ("https://news.example.org/a", "https://news.example.org@bank.example.net/a", False),
        ("https://news.example.org/a", "//bank.example.net/a", False),
        ("http://127.0.0.1:80/", "http://127.0.0.1:80/b", True),
        ("", "", False),
    ],
)
def test_a_site_is_what_somebody_registered(address: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert is_same_site(address, other) is same
