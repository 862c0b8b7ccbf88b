from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.discord_app.conftest import Newsroom


async def card(newsroom: Newsroom, name: str) -> str | None:
    result = await newsroom.reader.slash(newsroom.channel, "who", name=name)
    assert result.response is not None
    return result.response.embeds[0].title if result.response.embeds else None


async def test_shows_a_persons_card(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "who", name="Priya Nair")
    assert result.response is not None
    (embed,) = result.response.embeds
    assert embed.title == "Priya Nair"
    fields = {field.name: field.value or "" for field in embed.fields}
    assert fields["Also called"] == "Nair"
    assert "Otters return" in fields["Mentioned 2 times"]
    assert "of the Wildlife Trust" in (embed.description or "")
    assert any(name and name.startswith("¶ 2") for name in fields)


@pytest.mark.parametrize(
    "name", ["Tomás Ferreira", "tomas ferreira", "FERREIRA", "Mr. Ferreira", "Ferreria", "Tomas"]
)
async def test_forgives_case_accents_a_missing_first_name_and_a_slip(
    newsroom: Newsroom, name: str
) -> None:
    assert await card(newsroom, name) == "Tomás Ferreira"


async def test_lists_everybody_without_a_name(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "who")
    assert result.response is not None
    listed = result.response.embeds[0].description or ""
    assert listed.index("Priya Nair") < listed.index("Tomás Ferreira")
    assert "Ann Lee" in listed


async def test_suggests_the_nearest_for_a_name_nobody_has(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "who", name="Anna Leeds")
    assert result.ephemeral
    assert result.response is not None
    assert "Ann Lee" in result.response.content


async def test_a_hostile_name_is_escaped(newsroom: Newsroom) -> None:
    result = await newsroom.reader.slash(newsroom.channel, "who", name="@everyone <@1> **x**")
    assert result.response is not None
    assert "@everyone" not in result.response.content
    assert "\\<" in result.response.content


async def test_offers_people_while_a_member_types(newsroom: Newsroom) -> None:
    choices = await newsroom.reader.autocomplete(newsroom.channel, "who", "name", "fer")
    assert choices[0]["name"] == "Tomás Ferreira"
    assert await card(newsroom, choices[0]["value"]) == "Tomás Ferreira"
