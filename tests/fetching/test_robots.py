"""What sites ask of programs: read once, and no more of it kept than there is room for."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest
from yarl import URL

from bot.fetching.errors import FetchError
from bot.fetching.robots import MOST_BYTES, Robots


class Sites:
    """Sites that all ask the same."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.asked: Counter[str] = Counter()

    async def read(self, address: URL) -> str:
        self.asked[str(address)] += 1
        return self.text


async def test_what_is_disallowed_is_not_read_and_is_asked_once() -> None:
    sites = Sites("User-agent: *\nDisallow: /private")
    robots = Robots("Footnote", sites.read)
    await robots.check(URL("https://a.example/news"))
    with pytest.raises(FetchError, match=r"robots\.txt"):
        await robots.check(URL("https://a.example/private/1"))
    assert sites.asked == {"https://a.example/robots.txt": 1}


async def test_many_long_ones_are_not_all_kept() -> None:
    sites = Sites("User-agent: Other\nDisallow: /\n#" + "a" * (MOST_BYTES - 40))
    robots = Robots("Footnote", sites.read)
    for number in range(12):
        await robots.check(URL(f"https://site{number}.example/"))
    await robots.check(URL("https://site11.example/again"))
    assert sites.asked["https://site11.example/robots.txt"] == 1
    await robots.check(URL("https://site0.example/again"))
    assert sites.asked["https://site0.example/robots.txt"] == 2


async def test_of_those_who_want_to_know_at_once_one_asks() -> None:
    sites = Sites("User-agent: Other\nDisallow: /")
    robots = Robots("Footnote", sites.read)
    await asyncio.gather(*(robots.check(URL(f"https://a.example/{n}")) for n in range(5)))
    assert sites.asked == {"https://a.example/robots.txt": 1}


@pytest.mark.parametrize(("asked_for", "seconds"), [(None, 600), (7200.0, 7200), (30.0, 30)])
async def test_a_site_whose_rules_cannot_be_read_is_asked_again_when_it_says(
    asked_for: float | None, seconds: float
) -> None:
    now = asked = 0.0

    async def read(_: URL) -> str:
        nonlocal asked
        asked += 1
        raise FetchError("the site answers 503", asked_for)

    robots = Robots("Footnote", read, lambda: now)
    for at, times in ((0.0, 1), (seconds - 1, 1), (seconds + 1, 2)):
        now = at
        with pytest.raises(FetchError, match="503"):
            await robots.check(URL("https://a.example/"))
        assert asked == times
