"""Report failures: to members in a plain sentence, to the log in full."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_app.app import app_of
from bot.discord_app.sending import making_room
from bot.discord_app.shown.layout import notice
from bot.discord_app.user_error import UserError
from bot.ingest.folder import CorpusFolderError
from bot.ingest.workers.worker import WorkerError
from bot.library.article_choice import UnknownArticleError
from bot.monitoring.log import code_of
from bot.storage.errors import AwayError, DatabaseError

if TYPE_CHECKING:
    from bot.discord_app.app import App
    from bot.discord_app.locale.language import Language

log = logging.getLogger(__name__)

_EXPIRED = 10062
"""Discord's error code for an answer to an interaction that has expired."""

# Faults of the machine, which whoever runs the bot needs to know of too.
_OPERATIONAL = (CorpusFolderError, DatabaseError, WorkerError)


def explain(error: BaseException, language: Language) -> str | None:
    """Return a plain sentence for a failure that a person can cause, else ``None``."""
    error = getattr(error, "original", error)
    if isinstance(error, UserError):
        return language.explain(error)
    if isinstance(error, UnknownArticleError):
        return language.say(
            "No article is called that. Pick one from the list that appears as you type."
        )
    if isinstance(error, AwayError):
        return language.say(
            "My database can't be reached right now. Nothing was changed: try again in a minute."
        )
    if isinstance(error, _OPERATIONAL):
        return language.say("{problem} Everything stays as it was.", problem=_sentence(error))
    if isinstance(error, app_commands.CommandSignatureMismatch | app_commands.CommandNotFound):
        return language.say("This command has changed. Reload Discord (Ctrl+R), then try again.")
    return None


def describe(error: BaseException, doing: str, language: Language, code: str, app: App) -> str:
    """Return the sentence to show for any failure; one that is the bot's is logged and counted.

    Args:
        error: What was raised.
        doing: What was being done, for the log.
        language: The language of the sentence.
        code: The code of the interaction or the message in the log.
        app: The app, for its metrics.
    """
    sentence = explain(error, language)
    original = getattr(error, "original", error)
    if isinstance(original, _OPERATIONAL):
        log.error("%s failed, code %s: %s", doing, code, original)
    if sentence is not None:
        return sentence
    app.service.metrics.errors.inc()
    log.error("%s failed, code %s", doing, code, exc_info=original)
    return language.say(
        "Something went wrong on Footnote's side, not yours. If it happens again, "
        "give this code to whoever runs the bot: `{code}`.",
        code=code,
    )


async def report(interaction: discord.Interaction, error: BaseException) -> None:
    """Answer an interaction that failed, visible to its user only."""
    app = app_of(interaction)
    command = interaction.command
    doing = f"/{command.qualified_name}" if command else "a button"
    language = app.languages.of(interaction.locale)
    if _has_expired(error):
        # Nobody is left to be told, and where many wait, a long report makes them wait longer.
        app.service.metrics.errors.inc()
        log.warning("%s was answered too late, code %s", doing, code_of(interaction.id))
        return
    text = describe(error, doing, language, code_of(interaction.id), app)
    try:
        if interaction.response.is_done():
            async with making_room(interaction, private=True):
                await interaction.followup.send(view=notice(text), ephemeral=True)
        else:
            await interaction.response.send_message(view=notice(text), ephemeral=True)
    except discord.HTTPException as problem:
        # The interaction has expired or Discord is down: nobody is left to be told.
        log.warning("could not report a failure to its user: %s", problem)


def _has_expired(error: BaseException) -> bool:
    """Return whether Discord no longer takes an answer to the interaction that failed."""
    original = getattr(error, "original", error)
    return isinstance(original, discord.NotFound) and original.code == _EXPIRED


def _sentence(error: BaseException) -> str:
    text = str(error)
    return text[:1].upper() + text[1:].rstrip(".") + "."
