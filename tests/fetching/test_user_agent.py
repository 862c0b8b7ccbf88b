"""Sites find out what reads them: the bot, its repository and whom to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.fetching.content_kind import PAGES
from bot.fetching.fetcher import Fetcher
from bot.fetching.user_agent import ABOUT, repository_of
from tests.web import Names, no_waiting, open_web, page

if TYPE_CHECKING:
    from pathlib import Path

REPOSITORY = "https://code.example/news/footnote"


def install(folder: Path, *urls: str) -> None:
    """Install a package called “edition”, whose metadata names addresses."""
    made = folder / "edition-1.0.dist-info"
    made.mkdir()
    lines = ["Metadata-Version: 2.4", "Name: edition", "Version: 1.0"]
    lines += [f"Project-URL: {url}" for url in urls]
    (made / "METADATA").write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.parametrize("label", ["Repository", "repository", "Source", "Source Code", "GitHub"])
async def test_sites_find_the_repository_that_the_package_names_and_the_contact(
    label: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "Documentation, https://docs.example", f"{label}, {REPOSITORY}")
    monkeypatch.syspath_prepend(tmp_path)
    async with open_web() as small:
        small.pages["/"] = page("The bridge", "The bridge is open again.")
        async with Fetcher(
            "mailto:ann@example.org",
            small.reach(),
            no_waiting(),
            Names(),
            repository=repository_of("edition"),
        ) as fetcher:
            await fetcher.fetch(small.address(), PAGES)
    agents = {headers["User-Agent"] for headers in small.headers}
    assert agents == {f"Footnote/0.1 ({ABOUT}; {REPOSITORY}; +mailto:ann@example.org)"}


@pytest.mark.parametrize(
    "url", ["Documentation, https://docs.example", "Source, a\u00e4", "Source"]
)
def test_a_package_that_names_no_repository_has_none(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, url)
    monkeypatch.syspath_prepend(tmp_path)
    assert repository_of("edition") is None
    assert repository_of("not-installed-anywhere") is None
