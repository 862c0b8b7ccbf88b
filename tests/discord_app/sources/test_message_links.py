"""Which links of a message are read."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.discord_app.sources.message_links import links_of


def links_in(text: str, *forwarded: str) -> list[str]:
    snapshots = [SimpleNamespace(content=one) for one in forwarded]
    message = SimpleNamespace(content=text, message_snapshots=snapshots)
    return links_of(cast("Any", message))


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Look: <https://a.example/b>!", "https://a.example/b"),
        ("(see https://a.example/b)", "https://a.example/b"),
        ("See https://a.example/Mercury_(planet), there.", "https://a.example/Mercury_(planet)"),
        ("(https://a.example/Mercury_(planet).)", "https://a.example/Mercury_(planet)"),
        ("[Mercury](https://a.example/Mercury_(planet))", "https://a.example/Mercury_(planet)"),
        ("[a](https://a.example/b)[c](mailto:x)", "https://a.example/b"),
        ("**https://a.example/b?c=d**", "https://a.example/b?c=d"),
        ("||https://a.example/b||", "https://a.example/b"),
        ("`https://a.example/b`", "https://a.example/b"),
        ("“https://a.example/b”", "https://a.example/b"),
        ("看https://a.example/b。", "https://a.example/b"),
    ],
)
def test_a_link_ends_where_its_reader_would_say(text: str, link: str) -> None:
    assert links_in(text) == [link]


def test_the_links_of_a_forwarded_message_are_read_too_each_once() -> None:
    found = links_in("https://a.example/1", "https://a.example/2 https://a.example/1")
    assert found == ["https://a.example/1", "https://a.example/2"]
