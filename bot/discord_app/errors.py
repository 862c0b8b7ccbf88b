"""Tell people what went wrong in a plain sentence; tell the log everything."""

from __future__ import annotations

import logging
import secrets

import discord
from discord import app_commands

from bot.ingest.corpus import CorpusFolderError
from bot.library import UnknownArticleError

log = logging.getLogger(__name__)


class UserError(app_commands.AppCommandError):
    """Tell a member, in a sentence, what can't be done and what can."""


def explain(error: BaseException) -> str | None:
    """Give the plain sentence for a failure that a person can cause, else ``None``."""
    error = getattr(error, "original", error)
    if isinstance(error, UserError):
        return str(error)
    if isinstance(error, UnknownArticleError):
        return f"{_sentence(error)} Pick one from the list that appears as you type."
    if isinstance(error, CorpusFolderError):
        return f"{_sentence(error)} Everything stays as it was."
    if isinstance(error, app_commands.MissingPermissions):
        return "You need the permission Manage Server for that."
    if isinstance(error, app_commands.CommandOnCooldown):
        return f"That was quick. Try again in {error.retry_after:.0f} s."
    if isinstance(error, app_commands.CommandSignatureMismatch | app_commands.CommandNotFound):
        return "This command has changed. Reload Discord (Ctrl+R), then try again."
    return None


def describe(error: BaseException, doing: str) -> str:
    """Give the sentence to show for any failure; an unexpected one is logged with a code.

    Args:
        error: What was raised.
        doing: What was being done, for the log.
    """
    sentence = explain(error)
    if sentence is not None:
        return sentence
    code = secrets.token_hex(3).upper()
    original = getattr(error, "original", error)
    log.error("%s failed, code %s", doing, code, exc_info=original)
    return (
        "Something went wrong on Footnote's side, not yours. If it happens again, "
        f"give this code to whoever runs the bot: `{code}`."
    )


async def report(interaction: discord.Interaction, error: BaseException) -> None:
    """Answer an interaction that failed, to its user only."""
    name = interaction.command.qualified_name if interaction.command else "a button"
    text = describe(error, f"/{name}" if interaction.command else name)
    try:
        if interaction.response.is_done():
            await interaction.followup.send(text, ephemeral=True)
        else:
            await interaction.response.send_message(text, ephemeral=True)
    except discord.HTTPException as problem:
        # The interaction has expired or Discord is down: nobody is left to be told.
        log.warning("could not report a failure to its user: %s", problem)


def _sentence(error: BaseException) -> str:
    text = str(error)
    return text[:1].upper() + text[1:].rstrip(".") + "."
