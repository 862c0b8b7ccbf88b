"""The buttons about one passage: open it, or copy it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_app.asker import guild_of
from bot.discord_app.buttons.base import FootnoteButton
from bot.discord_app.sending import replying
from bot.discord_app.shown.answer import Frame, copy_layout, hit_layout
from bot.discord_app.shown.layout import MUTED, UNSURE_COLOUR
from bot.discord_app.stored_hits import find_hit
from bot.storage.answers import StoredHit

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.discord_app.app import App
    from bot.discord_app.locale.language import Language
    from bot.retrieval.answer import Hit

_HIT = (
    r"(?P<article>[a-z0-9-]{1,60}):(?P<digest>[0-9a-f]{6})"
    r":(?P<passage>\d{1,6}):(?P<sentence>\d{1,4})"
)


class _HitButton(FootnoteButton, template=r"fn:none"):
    """A button about a passage, which its custom id names.

    Args:
        hit: The passage.
        label: The label of the button.
    """

    prefix = ""

    def __init__(self, hit: StoredHit, label: str = "…") -> None:
        self.hit = hit
        custom_id = f"{self.prefix}:{hit.article}:{hit.digest}:{hit.passage}:{hit.sentence}"
        super().__init__(discord.ui.Button(label=label, custom_id=custom_id))

    @classmethod
    def made_of(cls, match: re.Match[str]) -> Self:
        """Recreate the button from its custom id."""
        hit = StoredHit(
            match["article"], match["digest"], int(match["passage"]), int(match["sentence"])
        )
        return cls(hit)

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Show it to whoever pressed."""
        async with replying(interaction, private=True) as reply:
            hit = find_hit(self.hit, await app.shelves.library(guild_of(interaction)))
            await reply.send(self.layout_of(hit, language))

    def layout_of(self, hit: Hit, language: Language) -> discord.ui.LayoutView:
        """Return what the button shows."""
        raise NotImplementedError


class CopyButton(_HitButton, template=rf"fn:copy:{_HIT}"):
    """Sends the quotation with its citation as plain text to the member who presses it."""

    prefix = "fn:copy"

    def layout_of(self, hit: Hit, language: Language) -> discord.ui.LayoutView:
        """Return what the button shows."""
        return copy_layout(hit.quote, language)


class PassageButton(_HitButton, template=rf"fn:open:{_HIT}"):
    """Shows a passage that may answer to the member who presses it."""

    prefix = "fn:open"

    def layout_of(self, hit: Hit, language: Language) -> discord.ui.LayoutView:
        """Return what the button shows."""
        footer = language.say("This may be it · every word above is quoted")
        frame = Frame(footer, copy_button(self.hit, language), colour=UNSURE_COLOUR)
        return hit_layout(hit, frame, language)


class NearestButton(_HitButton, template=rf"fn:near:{_HIT}"):
    """Shows the passage nearest to an unanswered question to the member who presses it."""

    prefix = "fn:near"

    def layout_of(self, hit: Hit, language: Language) -> discord.ui.LayoutView:
        """Return what the button shows."""
        footer = language.say("The nearest passage, not an answer")
        frame = Frame(footer, copy_button(self.hit, language), colour=MUTED)
        return hit_layout(hit, frame, language)


def copy_button(hit: StoredHit, language: Language) -> CopyButton:
    """Return the button that copies a passage's quotation."""
    return CopyButton(hit, language.say("Copy quotation"))
