"""The languages of the interface: every string in each, and Discord told of the commands' names."""

from __future__ import annotations

import asyncio
import io
import re
import string
from typing import TYPE_CHECKING

import discord
import pytest
from babel.messages.pofile import read_po

from bot.discord_app.locale.language import Languages, read_catalogues
from bot.discord_app.locale.update import collect_strings, update
from tests.discord_app.reading import read

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

    from tests.discord_app.conftest import Newsroom


@pytest.fixture(scope="module")
def strings() -> Catalog:
    """Return every string that members can see."""
    return asyncio.run(collect_strings())


@pytest.mark.parametrize("code", sorted(read_catalogues()))
def test_every_language_has_every_string(code: str, strings: Catalog) -> None:
    content = read_catalogues()[code]
    assert update(content, strings) == content, (
        "run: python -m bot.discord_app.locale.update, and translate what is new"
    )
    for message in read_po(io.BytesIO(content)):
        one, *more = message.id if isinstance(message.id, tuple) else (message.id,)
        said = [str(text) for text in (message.string or ())] if more else [str(message.string)]
        assert all(said), f"not translated: {one}"
        if one:
            for text in said:
                assert _fields(text) <= _fields(str(one)) | {
                    f for m in more for f in _fields(str(m))
                }


@pytest.mark.parametrize("code", sorted(read_catalogues()))
async def test_every_language_calls_the_commands_what_discord_shows(
    code: str, newsroom: Newsroom
) -> None:
    catalogue = read_po(io.BytesIO(read_catalogues()[code]))
    names = {m.id: m.string for m in catalogue if m.id and m.context == "name"}
    commands = [command.name for command in newsroom.bot.tree.get_commands()]
    english = "|".join(name for name in commands if names.get(name, name) != name)
    mentioned = re.compile(rf"(?<![\w/])/(?:{english})(?![\w-])")
    foreign = {name for name in commands if name in names.values()}
    for message in catalogue:
        if message.id and not message.context:
            found = set(mentioned.findall(str(message.string))) - {f"/{name}" for name in foreign}
            assert not found, message.string


async def test_the_examples_of_help_are_in_the_readers_language(newsroom: Newsroom) -> None:
    with newsroom.locale("fr"):
        shown = read(await newsroom.reader.slash(newsroom.channel, "help"))
    assert "**Essayez**" in shown
    assert "`/demander question:Qui est " in shown
    assert "`/résumé article:" in shown
    assert "/ask" not in shown


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_nearest_language_is_spoken_and_english_else() -> None:
    languages = Languages.load()
    assert languages.of(discord.Locale.french).code == "fr"
    assert languages.of(discord.Locale.british_english).code == "en"
    assert languages.of(discord.Locale.brazil_portuguese).code == "pt-BR"
    assert languages.of(discord.Locale.latin_american_spanish).code == "es-ES"
    assert languages.of(discord.Locale.chinese).code == "zh-CN"
    assert languages.of(discord.Locale.taiwan_chinese).code == "en"
    assert languages.of(discord.Locale.thai).code == "en"
    assert languages.of(None).code == "en"


def test_numbers_shares_and_plurals_are_each_languages_own() -> None:
    languages = Languages.load()
    french, english = languages.of(discord.Locale.french), languages.english
    assert english.number(12345) == "12,345"
    assert french.number(12345) == "12\u202f345"
    assert english.percent(0.873) == "87%"
    assert french.percent(0.873) == "87\xa0%"
    assert english.count("{n} article", "{n} articles", 0) == "0 articles"
    assert french.count("{n} article", "{n} articles", 0) == "0 article"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("ru", ["1 статья", "2 статьи", "5 статей", "21 статья", "12 345 статей"]),
        ("pl", ["1 artykuł", "2 artykuły", "5 artykułów", "21 artykułów", "12 345 artykułów"]),
        ("ja", ["記事 1 件", "記事 2 件", "記事 5 件", "記事 21 件", "記事 12,345 件"]),
        ("de", ["1 Artikel", "2 Artikel", "5 Artikel", "21 Artikel", "12.345 Artikel"]),
    ],
)
def test_things_are_counted_as_the_language_counts(code: str, expected: list[str]) -> None:
    language = Languages.load().of(discord.Locale(code))

    said = [language.count("{n} article", "{n} articles", n) for n in (1, 2, 5, 21, 12345)]

    assert [text.replace("\xa0", " ").replace("\u202f", " ") for text in said] == expected


_COMMAND_NAME = re.compile(r"[-_'ʼ\w]{1,32}\Z")
_MOST_NAME, _MOST_DESCRIPTION = 32, 100


async def test_commands_are_named_within_discords_limits(newsroom: Newsroom) -> None:
    (sync,) = (
        request
        for request in newsroom.env.http_requests
        if request.method == "PUT" and request.path.endswith("/commands")
    )
    assert isinstance(sync.json, list)
    spoken = set(read_catalogues())
    named: dict[str, list[str]] = {code: [] for code in spoken}
    for command in sync.json:
        for part in [command, *command.get("options", [])]:
            for name in part.get("name_localizations", {}).values():
                assert len(name) <= _MOST_NAME
                if command["type"] == 1:
                    assert _COMMAND_NAME.match(name)
                    assert name == name.lower()
            for description in part.get("description_localizations", {}).values():
                assert 1 <= len(description) <= _MOST_DESCRIPTION
        for code in spoken:
            named[code].append(command.get("name_localizations", {}).get(code, command["name"]))
        options = command.get("options", [])
        for code in spoken:
            of_options = [o.get("name_localizations", {}).get(code, o["name"]) for o in options]
            assert len(set(of_options)) == len(of_options), (code, command["name"])
    for code, names in named.items():
        assert len(set(names)) == len(names), code


async def test_discord_is_told_of_the_commands_in_french(newsroom: Newsroom) -> None:
    (sync,) = (
        request
        for request in newsroom.env.http_requests
        if request.method == "PUT" and request.path.endswith("/commands")
    )
    assert isinstance(sync.json, list)
    ask = next(command for command in sync.json if command["name"] == "ask")
    assert ask["name_localizations"]["fr"] == "demander"
    assert "passage" in ask["description_localizations"]["fr"]
    menu = next(command for command in sync.json if command["type"] == 3)
    assert menu["name_localizations"]["fr"] == "Chercher dans les articles"


async def test_a_member_is_answered_in_the_language_of_their_discord(newsroom: Newsroom) -> None:
    with newsroom.locale("fr"):
        found = await newsroom.reader.slash(newsroom.channel, "ask", question="Who is Ann Lee?")
        missed = await newsroom.reader.slash(
            newsroom.channel, "ask", question="Which emperor minted dollars in Rome?"
        )
        wrong = await newsroom.reader.slash(newsroom.channel, "who", name="Nobody Atall")
    assert found.response is not None
    assert "-# sûr à " in read(found)
    assert "Mayor Ann Lee" in read(found)
    assert missed.response is not None
    assert "Pas de réponse dans les articles" in read(missed)
    assert wrong.response is not None
    assert "ne nomment personne" in read(wrong)


async def test_mentions_are_answered_in_the_servers_language(newsroom: Newsroom) -> None:
    newsroom.env.backend.get_guild(newsroom.guild.id).preferred_locale = "fr"
    await newsroom.restart()
    await newsroom.reader.send(newsroom.channel, newsroom.mention("Who is Ann Lee?"))
    assert "-# sûr à " in read(newsroom.last)
