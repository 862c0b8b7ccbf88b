"""Tell people what went wrong in a plain sentence; tell the log everything."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.ingest.corpus import CorpusFolderError
from bot.library.library import UnknownArticleError
from bot.monitoring.log import code_of
from bot.storage.sqlite.database import DatabaseError

if TYPE_CHECKING:
    from bot.discord_app.client import FootnoteBot
    from bot.discord_app.locale.language import Language

log = logging.getLogger(__name__)

# What is the matter with the machine: whoever runs the bot is to know of it too.
_OPERATIONAL = (CorpusFolderError, DatabaseError)


class UserError(app_commands.AppCommandError):
    """Tell a member, in a sentence, what can't be done and what can.

    Args:
        message: The sentence in English, as the catalogues have it.
        values: What stands in braces in it.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message.format_map(values))
        self.message = message
        self.values = values


def explain(error: BaseException, language: Language) -> str | None:
    """Give the plain sentence for a failure that a person can cause, else ``None``."""
    error = getattr(error, "original", error)
    if isinstance(error, UserError):
        return language.explain(error)
    if isinstance(error, UnknownArticleError):
        return language.say(
            "No article is called that. Pick one from the list that appears as you type."
        )
    if isinstance(error, _OPERATIONAL):
        return language.say("{problem} Everything stays as it was.", problem=_sentence(error))
    if isinstance(error, app_commands.CommandSignatureMismatch | app_commands.CommandNotFound):
        return language.say("This command has changed. Reload Discord (Ctrl+R), then try again.")
    return None


def describe(error: BaseException, doing: str, language: Language, code: str) -> str:
    """Give the sentence to show for any failure; what its asker can't mend is logged with a code.

    Args:
        error: What was raised.
        doing: What was being done, for the log.
        language: The language to say it in.
        code: What the log calls the interaction or the message.
    """
    sentence = explain(error, language)
    original = getattr(error, "original", error)
    if isinstance(original, _OPERATIONAL):
        log.error("%s failed, code %s: %s", doing, code, original)
    if sentence is not None:
        return sentence
    log.error("%s failed, code %s", doing, code, exc_info=original)
    return language.say(
        "Something went wrong on Footnote's side, not yours. If it happens again, "
        "give this code to whoever runs the bot: `{code}`.",
        code=code,
    )


async def report(
    interaction: discord.Interaction[FootnoteBot], error: BaseException, language: Language
) -> None:
    """Answer an interaction that failed, to its user only."""
    name = interaction.command.qualified_name if interaction.command else "a button"
    doing = f"/{name}" if interaction.command else name
    text = describe(error, doing, language, code_of(interaction.id))
    if explain(error, language) is None:
        interaction.client.service.metrics.errors.inc()
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
