"""The languages that the bot speaks: sentences, plurals, numbers, and the names of commands."""

from __future__ import annotations

import functools
import gettext
import io
from importlib import resources
from typing import TYPE_CHECKING, Any

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from discord import app_commands

from bot.sources.reasons import Reason, recognised

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    import discord

    from bot.discord_app.user_error import UserError

CATALOGUES = "bot.discord_app.locale"
"""The package with a file ``<code>.po`` for each language but English."""

_NAMED = frozenset(
    {
        app_commands.TranslationContextLocation.command_name,
        app_commands.TranslationContextLocation.group_name,
        app_commands.TranslationContextLocation.parameter_name,
    }
)
NAME = "name"
"""The context in a catalogue of what Discord shows as a command's or an option's name."""

_SPOKEN = {"es-419": "es-ES"}
"""Languages of Discord that are spoken as another one."""


class Language:
    """One language that the bot speaks.

    Args:
        code: ISO 639-1.
        catalogue: The translations; what is not in it is said in English.
    """

    def __init__(self, code: str, catalogue: gettext.NullTranslations) -> None:
        self.code = code
        self._locale = Locale.parse(code, sep="-")
        self._catalogue = catalogue

    def say(self, message: str, **values: object) -> str:
        """Translate a sentence, and fill in what stands in braces in it."""
        told = {
            name: self.reason(value) if isinstance(value, Reason) else value
            for name, value in values.items()
        }
        return self._catalogue.gettext(message).format_map(told)

    def reason(self, reason: str) -> str:
        """Translate why something can't be read, from the English sentence that says it."""
        known = recognised(reason)
        return self.say(known[0], **known[1]) if known else reason

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """Translate a sentence about a number of things, ``{n}`` in it."""
        message = self._catalogue.ngettext(one, many, number)
        return message.format_map({"n": self.number(number), **values})

    def name(self, word: str) -> str:
        """Translate a command's or an option's name."""
        return self._catalogue.pgettext(NAME, word)

    def explain(self, error: UserError) -> str:
        """Return the message of an error that a member caused."""
        return self.say(error.message, **error.values)

    def names_of(self, codes: Sequence[str]) -> str:
        """Return the names of languages, by ISO 639-1 code."""
        names = [self._locale.languages.get(code, code) for code in codes]
        return format_list(names, style="or", locale=self._locale)

    def number(self, number: float) -> str:
        """Return a number, with its thousands separated as the language does."""
        return format_decimal(number, locale=self._locale)

    def date(self, day: dt.date) -> str:
        """Return a day, written out."""
        return format_date(day, "long", locale=self._locale)

    def percent(self, share: float) -> str:
        """Return a share, 0 to 1, in whole percent."""
        return format_percent(round(share, 2), locale=self._locale)


class Languages:
    """The languages that the bot speaks; English is used where none fits."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        self._languages = languages
        self.english = languages["en"]

    @classmethod
    def load(cls) -> Languages:
        """Return all languages; their catalogues are read once a process."""
        return cls({code: Language(code, found) for code, found in _translations().items()})

    def of(self, locale: discord.Locale | None) -> Language:
        """Choose the language of a member's, or a server's, Discord."""
        code = _SPOKEN.get(str(locale), str(locale)) if locale else "en"
        return self._languages.get(code, self.english)


@functools.cache
def _translations() -> Mapping[str, gettext.NullTranslations]:
    """Return what each language says, by its code."""
    found = {"en": gettext.NullTranslations()}
    for code, content in read_catalogues().items():
        packed = io.BytesIO()
        write_mo(packed, read_po(io.BytesIO(content)))
        packed.seek(0)
        found[code] = gettext.GNUTranslations(packed)
    return found


def read_catalogues() -> dict[str, bytes]:
    """Read the files of all languages but English, by their code."""
    return {
        file.name.removesuffix(".po"): file.read_bytes()
        for file in resources.files(CATALOGUES).iterdir()
        if file.name.endswith(".po")
    }


class FootnoteTranslator(app_commands.Translator):
    """Translate the commands for Discord.

    Args:
        languages: The languages.
    """

    def __init__(self, languages: Languages) -> None:
        self._languages = languages

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Translate a name or a description; ``None`` where it stays as it is."""
        language = self._languages.of(locale)
        if language is self._languages.english:
            return None
        message: Any = string.message
        said = language.name(message) if context.location in _NAMED else language.say(message)
        return None if said == message else said
