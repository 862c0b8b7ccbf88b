"""The menus and forms by which those who may Manage Server change its settings."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import discord

from bot.discord_app.app import app_of
from bot.discord_app.buttons.base import FootnoteButton, FootnoteMenu, chosen
from bot.discord_app.channel_options import check_may_write
from bot.discord_app.command_access import check_manager
from bot.discord_app.forms import FootnoteForm
from bot.discord_app.sending import replying
from bot.discord_app.server_settings import change_settings
from bot.discord_app.shown.guild import SettingsControls, everywhere_layout, settings_layout
from bot.discord_app.user_error import UserError
from bot.storage.guild_settings import (
    MAX_KEPT_DAYS,
    MAX_QUESTIONS,
    MAX_SECONDS,
    GuildSettings,
)

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.discord_app.app import App
    from bot.discord_app.locale.language import Language

MOST_CHANNELS = 25
"""The maximum number of channels in a menu of Discord."""

_TALK = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
    discord.ChannelType.public_thread,
    discord.ChannelType.forum,
]
_FORUMS = [discord.ChannelType.forum]
_REPORTS = [discord.ChannelType.text, discord.ChannelType.public_thread]
_TYPES = {"channels": _TALK, "forums": _FORUMS, "report_channel": _REPORTS}
_LIMITS = {
    "cooldown_questions": (0, MAX_QUESTIONS),
    "cooldown_seconds": (1, MAX_SECONDS),
    "kept_days": (1, MAX_KEPT_DAYS),
}


class ToggleButton(
    FootnoteButton,
    template=r"fn:set:(?P<option>private|feedback|keep_questions|shared):(?P<on>[01])",
):
    """Switches an option on or off.

    Args:
        option: The option.
        on: Whether a press switches it on.
        label: The label of the button.
    """

    def __init__(self, option: str, *, on: bool, label: str = "…") -> None:
        self.option = option
        self.on = on
        super().__init__(
            discord.ui.Button(
                label=label,
                style=discord.ButtonStyle.secondary,
                custom_id=f"fn:set:{option}:{int(on)}",
            )
        )

    @classmethod
    def made_of(cls, match: re.Match[str]) -> Self:
        """Recreate the button from its custom id."""
        return cls(match["option"], on=match["on"] == "1")

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Switch the option, and show the settings as they are now."""
        await _change(interaction, app, language, {self.option: self.on})


class ChannelsMenu(FootnoteMenu, template=r"fn:pick:(?P<option>channels|forums|report_channel)"):
    """Chooses channels for an option.

    Args:
        option: The option.
        ids: The channels that are chosen now.
        placeholder: The placeholder of the menu while none is chosen.
    """

    def __init__(self, option: str, ids: tuple[int, ...] = (), placeholder: str = "…") -> None:
        self.option = option
        kind = discord.SelectDefaultValueType.channel
        super().__init__(
            discord.ui.ChannelSelect(
                custom_id=f"fn:pick:{option}",
                channel_types=_TYPES[option],
                placeholder=placeholder,
                min_values=0,
                max_values=1 if option == "report_channel" else MOST_CHANNELS,
                default_values=[
                    discord.SelectDefaultValue(id=channel, type=kind)
                    for channel in ids[:MOST_CHANNELS]
                ],
            )
        )

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Save the choice; ask first where it would let mentions be answered everywhere."""
        guild_id = check_manager(interaction)
        channels = tuple(int(channel) for channel in chosen(interaction))[:MOST_CHANNELS]
        if self.option == "channels" and not channels and app.stores.guilds.get(guild_id).channels:
            async with replying(interaction, private=True) as reply:
                await reply.send(ask_everywhere(language))
            return
        value: object = channels
        if self.option == "report_channel":
            value = channels[0] if channels else 0
            for channel in channels:
                check_may_write(interaction.guild, channel, attaches_files=True)
        await _change(interaction, app, language, {self.option: value})


class EverywhereButton(FootnoteButton, template=r"fn:everywhere"):
    """Lets mentions be answered in every channel again.

    Args:
        label: The label of the button.
    """

    def __init__(self, label: str = "…") -> None:
        super().__init__(
            discord.ui.Button(
                label=label, style=discord.ButtonStyle.danger, custom_id="fn:everywhere"
            )
        )

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Save that, and show the settings as they are now."""
        await _change(interaction, app, language, {"channels": ()})


class LimitsButton(FootnoteButton, template=r"fn:limits"):
    """Opens a form for the numbers of the settings.

    Args:
        label: The label of the button.
    """

    def __init__(self, label: str = "…") -> None:
        super().__init__(
            discord.ui.Button(
                label=label, style=discord.ButtonStyle.secondary, custom_id="fn:limits"
            )
        )

    async def press(self, interaction: discord.Interaction, app: App, language: Language) -> None:
        """Open the form."""
        settings = app.stores.guilds.get(check_manager(interaction))
        await LimitsForm(settings, language).open_for(interaction)


class LimitsForm(FootnoteForm):
    """The numbers of a server's settings.

    Args:
        settings: The settings as they are.
        language: The language of whoever fills it in.
    """

    name = "fn:form:limits"

    def __init__(self, settings: GuildSettings, language: Language) -> None:
        super().__init__(language.say("Settings"))
        self._language = language
        texts = {
            "cooldown_questions": language.say("Questions a member may ask; 0 for no limit"),
            "cooldown_seconds": language.say("In how many seconds"),
            "kept_days": language.say("Days that texts of questions are kept"),
        }
        self._fields: dict[str, discord.ui.TextInput[Any]] = {}
        for option, text in texts.items():
            field = self._fields[option] = discord.ui.TextInput(
                default=str(getattr(settings, option)), max_length=5, custom_id=option
            )
            self.add_item(discord.ui.Label(text=text, component=field))

    @classmethod
    def blank(cls, language: Language) -> Self:
        """Recreate the form; the numbers that were typed replace those in it."""
        return cls(GuildSettings(), language)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Save the numbers, and show the settings as they are now."""
        changes = {name: _number(name, field.value) for name, field in self._fields.items()}
        await _change(interaction, app_of(interaction), self._language, changes)


def show_settings(
    settings: GuildSettings, language: Language, *, changed: bool
) -> discord.ui.LayoutView:
    """Return the layout of a server's settings, with the controls to change them."""
    on, off = language.say("Switch on"), language.say("Switch off")

    def toggle(option: str) -> ToggleButton:
        is_on = bool(getattr(settings, option))
        return ToggleButton(option, on=not is_on, label=off if is_on else on)

    to_all, to_one = language.say("Show to everybody"), language.say("Show to the asker")
    private = settings.private
    reports = (settings.report_channel,) if settings.report_channel else ()
    controls = SettingsControls(
        ToggleButton("private", on=not private, label=to_all if private else to_one),
        toggle("feedback"),
        toggle("keep_questions"),
        toggle("shared"),
        LimitsButton(language.say("Change")),
        ChannelsMenu("channels", settings.channels, language.say("every channel")),
        ChannelsMenu("forums", settings.forums, language.say("no forum")),
        ChannelsMenu("report_channel", reports, language.say("no channel")),
    )
    return settings_layout(settings, controls, language, changed=changed)


def ask_everywhere(language: Language) -> discord.ui.LayoutView:
    """Return a message that asks whether to answer mentions everywhere, with its button."""
    return everywhere_layout(EverywhereButton(language.say("Answer in every channel")), language)


async def _change(
    interaction: discord.Interaction, app: App, language: Language, changes: dict[str, Any]
) -> None:
    """Save changed options, and replace the shown settings."""
    guild_id = check_manager(interaction)
    after = dataclasses.replace(app.stores.guilds.get(guild_id), **changes)
    async with replying(interaction, in_place=True) as reply:
        changed = await change_settings(app, guild_id, after)
        await reply.send(show_settings(after, language, changed=changed))


def _number(option: str, text: str) -> int:
    least, most = _LIMITS[option]
    typed = text.strip()
    if not (typed.isascii() and typed.isdecimal() and least <= int(typed) <= most):
        raise UserError(
            "“{text}” must be a whole number from {least} to {most}. Nothing was changed.",
            text=typed.replace("`", "'").replace("*", "'"),
            least=least,
            most=most,
        )
    return int(typed)
