from __future__ import annotations

import pytest

from bot.storage.cluster import WantedShards, wanted_shards


@pytest.mark.parametrize(
    ("text", "wanted", "shards"),
    [
        ("auto", WantedShards(), range(16)),
        ("16", WantedShards(16), range(16)),
        ("0-3/16", WantedShards(16, 0, 3), range(4)),
        ("7/16", WantedShards(16, 7, 7), range(7, 8)),
    ],
)
def test_what_names_shards(text: str, wanted: WantedShards, shards: range) -> None:
    assert wanted_shards(text) == wanted
    assert wanted.of(16) == shards


@pytest.mark.parametrize("text", ["", "0", "16/16", "3-1/16", "a", "1-2", "-1/3", "1" * 9])
def test_what_does_not_is_told_apart(text: str) -> None:
    with pytest.raises(ValueError, match="must"):
        wanted_shards(text)
