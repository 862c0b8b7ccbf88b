"""What Discord sends of users, servers, messages and interactions, as far as the bot reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.discord_app.running.client import PERMISSIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

APPLICATION, OWNER = 100, 400
_GUILDS, _CHANNELS = 2000, 3000
_NOW = "2026-01-01T00:00:00+00:00"
_MEMBER: dict[str, Any] = {
    "roles": [],
    "joined_at": _NOW,
    "flags": 0,
    "deaf": False,
    "mute": False,
}


def guild_id(server: int) -> int:
    """Return a server's id, from its number, which says its shard too."""
    return (server << 22) + _GUILDS


def channel_id(server: int) -> int:
    """Return the id of a server's channel."""
    return _CHANNELS + server


def user_payload(number: int) -> dict[str, Any]:
    """Describe a user; the application's is the bot."""
    return {
        "id": str(number),
        "username": f"user{number}",
        "discriminator": "0",
        "global_name": None,
        "avatar": None,
        "bot": number == APPLICATION,
    }


def ready_payload(session: int, servers: range, address: str) -> dict[str, Any]:
    """Describe the beginning of a session."""
    ids = [str(guild_id(server)) for server in servers]
    return {
        "v": 10,
        "user": user_payload(APPLICATION),
        "guilds": [{"id": id_, "unavailable": True} for id_ in ids],
        "session_id": str(session),
        "resume_gateway_url": f"ws://{address}/",
        "shard": [0, 1],
        "application": {"id": str(APPLICATION), "flags": 0},
    }


def application_payload() -> dict[str, Any]:
    """Describe the application."""
    return {
        "id": str(APPLICATION),
        "name": "Footnote",
        "description": "",
        "icon": None,
        "owner": user_payload(OWNER),
        "verify_key": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "flags": 0,
    }


def reply_payload(number: int) -> dict[str, Any]:
    """Describe a message of the bot's."""
    return _message(number, "", APPLICATION, server=0)


def mention_payload(number: int, text: str, member: int, server: int) -> dict[str, Any]:
    """Describe a member's message that mentions the bot."""
    return {
        **_message(number, f"<@{APPLICATION}> {text}", member, server),
        "guild_id": str(guild_id(server)),
        "mentions": [user_payload(APPLICATION)],
        "member": _MEMBER,
    }


def direct_payload(number: int, text: str, member: int) -> dict[str, Any]:
    """Describe a direct message to the bot."""
    return {**_message(number, text, member, server=0), "channel_id": str(member)}


def deletion_payload(number: int) -> dict[str, Any]:
    """Describe the deletion of a message."""
    where = {"channel_id": str(channel_id(0)), "guild_id": str(guild_id(0))}
    return {"id": str(number), **where}


def _message(number: int, content: str, author: int, server: int) -> dict[str, Any]:
    empty: dict[str, Any] = {
        name: [] for name in ("mentions", "mention_roles", "attachments", "embeds", "components")
    }
    return {
        "id": str(number),
        "channel_id": str(channel_id(server)),
        "author": user_payload(author),
        "content": content,
        "timestamp": _NOW,
        "edited_timestamp": None,
        "type": 0,
        "tts": False,
        "mention_everyone": False,
        "pinned": False,
        **empty,
    }


def command_payload(
    number: int,
    name: str,
    options: dict[str, str],
    *,
    member: int,
    server: int,
    manages: bool = False,
) -> dict[str, Any]:
    """Describe a member's use of a command; its token is its id."""
    given = [{"name": name, "type": 3, "value": value} for name, value in options.items()]
    data = {"id": "1", "name": name, "type": 1, "options": given}
    return _interaction(number, 2, data, member, server, manages=manages)


def press_payload(
    number: int,
    custom_id: str,
    values: Sequence[str],
    *,
    server: int,
    manages: bool = False,
) -> dict[str, Any]:
    """Describe the press of a button, or the choice of a menu's values, by a new member."""
    data: dict[str, Any] = {"custom_id": custom_id, "component_type": 3 if values else 2}
    item: dict[str, Any] = {"id": 2, "type": 2, "style": 2, "custom_id": custom_id, "label": "…"}
    if values:
        data["values"] = list(values)
        options = [{"label": value, "value": value} for value in values]
        item = {"id": 2, "type": 3, "custom_id": custom_id, "options": options}
    row = {"id": 1, "type": 1, "components": [item]}
    message = {**_message(number - 1, "", APPLICATION, server), "components": [row]}
    return {**_interaction(number, 3, data, number, server, manages=manages), "message": message}


def _interaction(
    number: int, kind: int, data: dict[str, Any], member: int, server: int, *, manages: bool
) -> dict[str, Any]:
    permissions = str(discord.Permissions(manage_guild=manages).value)
    channel = str(channel_id(server))
    return {
        "id": str(number),
        "application_id": str(APPLICATION),
        "type": kind,
        "data": data,
        "guild_id": str(guild_id(server)),
        "channel_id": channel,
        "channel": {"id": channel, "type": 0, "name": "ask", "permissions": "0"},
        "member": {**_MEMBER, "user": user_payload(member), "permissions": permissions},
        "token": str(number),
        "version": 1,
        "app_permissions": "0",
        "locale": "en-US",
        "guild_locale": "en-US",
        "entitlements": [],
        "authorizing_integration_owners": {"0": str(guild_id(server))},
        "context": 0,
        "attachment_size_limit": 10_000_000,
    }


def guild_payload(server: int) -> dict[str, Any]:
    """Describe a server where the bot may do what it needs."""
    everyone = {
        "id": str(guild_id(server)),
        "name": "@everyone",
        "permissions": str(PERMISSIONS.value),
        "position": 0,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
    channel = {"id": str(channel_id(server)), "type": 0, "name": "ask", "position": 0}
    return {
        "id": str(guild_id(server)),
        "name": f"Newsroom {server}",
        "owner_id": str(OWNER),
        "preferred_locale": "en-US",
        "roles": [everyone],
        "members": [{**_MEMBER, "user": user_payload(APPLICATION)}],
        "channels": [{**channel, "permission_overwrites": []}],
        "member_count": 2,
        "emojis": [],
        "features": [],
        "threads": [],
    }


def snowflakes() -> Iterator[int]:
    """Return ids as Discord gives them out: they say when, and none comes twice."""
    last = 0
    while True:
        last = max(last + 1, discord.utils.time_snowflake(discord.utils.utcnow()))
        yield last
