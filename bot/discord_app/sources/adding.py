"""Read a source that a member adds (files, a link, a feed, a text) and offer to keep it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import aiohttp
import discord

from bot.discord_app.app import app_of
from bot.discord_app.asker import asker_of
from bot.discord_app.buttons.sources import offer_buttons
from bot.discord_app.forms import FootnoteForm
from bot.discord_app.sending import replying
from bot.discord_app.shown.offers import offers_layout
from bot.discord_app.source_access import managed_guild
from bot.discord_app.user_error import UserError
from bot.ingest.reader import MAX_BYTES
from bot.sources.errors import NOT_READ, NOTHING_TO_READ, TOO_LARGE, SourceError
from bot.sources.reasons import Reason

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from typing import Self

    from bot.discord_app.locale.language import Language
    from bot.sources.offering import Offer, SourceOffers

    Reading = Callable[[SourceOffers, int, int], Awaitable[Offer]]
    """Reads one source, given the server and the member who adds it."""

log = logging.getLogger(__name__)

MOST_FILES = 5
"""Files that are read at a time."""

_TITLE_LENGTH = 200
_TEXT_LENGTH = 4000


async def add_file(
    offers: SourceOffers, guild_id: int, user_id: int, file: discord.Attachment
) -> Offer:
    """Read an attachment and offer it.

    Raises:
        SourceError: It can't be read.
    """
    if file.size > MAX_BYTES:
        raise SourceError(TOO_LARGE, name=file.filename)
    try:
        content = await file.read()
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        log.warning("Discord does not hand over a file of the server %d: %s", guild_id, error)
        reason = Reason("Discord doesn't hand it over: attach it again")
        raise SourceError(NOT_READ, name=file.filename, reason=reason) from error
    return await offers.file(guild_id, user_id, file.filename, content)


async def offer(
    interaction: discord.Interaction,
    readings: Sequence[Reading],
) -> None:
    """Read sources one after the other, and show what was read, with buttons to keep it.

    Args:
        interaction: The interaction of the member who adds them.
        readings: Each reads one source, given the server and the member.

    Raises:
        UserError: The member may not add sources, or there is nothing to read.
    """
    guild_id, language = managed_guild(interaction), asker_of(interaction).language
    if not readings:
        raise UserError(NOTHING_TO_READ)
    offers: list[Offer] = []
    refused: list[str] = []
    async with replying(interaction, private=True) as reply:
        for read in readings:
            try:
                source_offers = app_of(interaction).service.sources.offers
                offers.append(await read(source_offers, guild_id, interaction.user.id))
            except SourceError as error:
                refused.append(language.say(error.message, **error.values))
        shown = [(one, offer_buttons(one.source, language)) for one in offers]
        await reply.send(offers_layout(shown, refused, language))


class AddForm(FootnoteForm):
    """A form for files, or for a pasted text.

    Args:
        language: The member's language.
    """

    name = "fn:form:add"

    def __init__(self, language: Language) -> None:
        super().__init__(language.say("Add articles"))
        self.files = discord.ui.FileUpload[Any](
            custom_id="files", required=False, min_values=0, max_values=MOST_FILES
        )
        self.heading = discord.ui.TextInput[Any](
            custom_id="title", required=False, max_length=_TITLE_LENGTH
        )
        self.text = discord.ui.TextInput[Any](
            custom_id="text",
            required=False,
            style=discord.TextStyle.paragraph,
            max_length=_TEXT_LENGTH,
        )
        for label, item in (
            (language.say("Files: .md, .txt, .html, .pdf, .docx"), self.files),
            (language.say("Or a text: its title"), self.heading),
            (language.say("The text"), self.text),
        ):
            self.add_item(discord.ui.Label[Any](text=label, component=item))

    @classmethod
    def blank(cls, language: Language) -> Self:
        """Make the form again."""
        return cls(language)

    async def on_submit(self, interaction: discord.Interaction, /) -> None:
        """Read what was given."""
        readings = [_reading_of(file) for file in self.files.values]
        title, text = str(self.heading.value), str(self.text.value)
        if text.strip():
            readings.append(lambda offers, guild, user: offers.text(guild, user, title, text))
        await offer(interaction, readings)


def _reading_of(file: discord.Attachment) -> Reading:
    return lambda offers, guild, user: add_file(offers, guild, user, file)
