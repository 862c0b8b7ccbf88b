from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.discord_app.conftest import Newsroom


def syncs(newsroom: Newsroom) -> int:
    return sum(
        request.method == "PUT" and request.path.endswith("/commands")
        for request in newsroom.env.http_requests
    )


async def test_tells_discord_of_the_commands_once_and_not_at_every_start(
    newsroom: Newsroom,
) -> None:
    assert syncs(newsroom) == 1
    await newsroom.restart()
    assert syncs(newsroom) == 1
    assert "ask" in newsroom.reader.available_commands(newsroom.channel)


async def test_tells_discord_again_when_the_commands_changed(newsroom: Newsroom) -> None:
    await newsroom.database.execute("UPDATE synced_commands SET digest = 'of other commands'")
    await newsroom.restart()
    assert syncs(newsroom) == 2


async def test_members_see_reload_only_where_they_manage_the_server(newsroom: Newsroom) -> None:
    assert "reload" in newsroom.editor.available_commands(newsroom.channel)
    assert "reload" not in newsroom.reader.available_commands(newsroom.channel)
