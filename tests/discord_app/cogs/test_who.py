from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.discord_app.reading import fields, read

if TYPE_CHECKING:
    from tests.discord_app.conftest import Newsroom


async def test_shows_a_persons_card(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "who", name="Priya Nair")
    assert result.response is not None
    title, roles, *_ = read(result).splitlines()
    assert title == "### Priya Nair"
    assert "of the Wildlife Trust" in roles
    assert fields(result)["Also called"] == "Nair"
    assert "Otters return" in fields(result)["Mentioned 2 times"]
    assert any(name.startswith("¶ 2") for name in fields(result))


async def test_a_card_names_an_article_over_each_passage_only_if_there_are_several(
    newsroom: Newsroom,
) -> None:
    alone = await newsroom.reader.slash(newsroom.channel, "who", name="Priya Nair")
    assert "¶ 2" in fields(alone)
    (newsroom.corpus / "prize.txt").write_text(
        "A prize for otters\n\nPriya Nair of the Wildlife Trust won a prize for her otters."
    )
    await newsroom.editor.slash(newsroom.channel, "reload")
    several = await newsroom.reader.slash(newsroom.channel, "who", name="Priya Nair")
    assert "¶ 1 · A prize for otters" in fields(several)
    assert "1 × A prize for otters" in fields(several)["Mentioned 3 times"]


@pytest.mark.parametrize(
    "name", ["Tomás Ferreira", "tomas ferreira", "FERREIRA", "Mr. Ferreira", "Ferreria", "Tomas"]
)
async def test_forgives_case_accents_a_missing_first_name_and_a_slip(
    newsroom: Newsroom, name: str
) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "who", name=name)
    assert read(result).startswith("### Tomás Ferreira\n")


async def test_lists_everybody_without_a_name(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "who")
    assert result.response is not None
    listed = read(result)
    assert listed.index("Priya Nair") < listed.index("Tomás Ferreira")
    assert "Ann Lee" in listed


async def test_suggests_the_nearest_for_a_name_nobody_has(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "who", name="Anna Leeds")
    assert result.ephemeral
    assert result.response is not None
    assert "Ann Lee" in read(result)


async def test_a_hostile_name_is_escaped(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "who", name="@everyone <@1> **x**")
    assert result.response is not None
    assert "@everyone" not in read(result)
    assert "\\<" in read(result)


async def test_offers_people_while_a_member_types(newsroom: Newsroom) -> None:
    choices = await newsroom.reader.autocomplete(newsroom.channel, "who", "name", "fer")
    assert choices[0]["name"] == "Tomás Ferreira"
    result = await newsroom.reader.slash(newsroom.channel, "who", name=choices[0]["value"])
    assert read(result).startswith("### Tomás Ferreira\n")
