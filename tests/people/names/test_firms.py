from __future__ import annotations

import pytest

from tests.people.test_people import library, names

PAD = "It rained for hours and hours."


@pytest.mark.parametrize(
    "text",
    [
        "Auditors Ernst & Young signed. Ernst & Young said that it was glad.",
        "Marks and Spencer said that profit rose. Marks and Spencer sells bread.",
        "Hughes Aircraft was sold. Hughes Aircraft said so, and Hughes was glad.",
        "Mary Kay Inc said on Monday that it sold more. Mary Kay was founded in 1963.",
        "Johnson & Johnson said that its vaccine worked.",
        "Lockheed Martin said that it would build the jet.",
        "Shares of Oliver Wickham rose. “We are glad,” said Oliver Wickham.",
        "Lawyers Clifford Wickham acted for the buyers. Clifford Wickham said nothing.",
        "It was sold to the Dutch group Van Elzen for a song. Van Elzen said so.",
        "The Van Elzen group bought it. Van Elzen, a builder, said so.",
        "Carson Wentz & Co opened a shop. Carson Wentz said so.",
        "Shops in Le Marais closed. Le Marais is loud.",
        "He lay in Charles Dunmore hospital. Charles Dunmore hospital said so.",
        "Passengers of the ferry Margarethe Lind slept. Nobody left the Margarethe Lind.",
        "Sailors of HMS Arthur Wickham slept. HMS Arthur Wickham is old.",
        "Copper producer Arden Wickham Plc rejected a bid.",
        "Auditors from Price Wickham were told. Price Wickham said nothing.",
        "It fell. Iron Wickham have won twice. “We are glad,” said Wickham.",
        "The brewery Samuel Wickham said it would close. It is the brewery, Samuel Wickham.",
        "The insurer Oliver Wickham was sold.",
        "Oliver Wickham, a holder of bonds, said that it would sell them.",
        "Her memoir was published by Wickham. Nobody at Wickham read it.",
        "They were of the volunteer Wickham editor community.",
        "Senior Wickham officials slept. A senior Wickham official snored.",
        "It was grown by the flower grower Solai Wickham, a grower that sells to shops.",
        "He built the viaduct at Wickham, then the Wickham bypass and the Wickham viaduct.",
    ],
)
def test_a_firm_that_is_called_as_people_are_is_nobody(text: str) -> None:
    assert names(library(f"{text} {PAD}")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Hughes Aircraft was sold. Its founder was Howard Hughes, a pilot. Hughes was rich.",
            ["Howard Hughes"],
        ),
        (
            "Designer Calvin Wickham spoke. Shares in Calvin Wickham fell.",
            ["Calvin Wickham"],
        ),
        ("The firm Ann Lee founded is small. “I know,” said Ann Lee.", ["Ann Lee"]),
        ("Ann Lee played with Tomas & Eero Vasko.", ["Ann Lee", "Eero Vasko", "Tomas Vasko"]),
        ("The insurer of Ann Lee paid. “I know,” said Ann Lee.", ["Ann Lee"]),
        ("Ann Lee, a nurse, said it would be a mistake.", ["Ann Lee"]),
        ("I had a letter from a Linda Moor in Ely.", ["Linda Moor"]),
        ("She played a Linda Moor song on the piano.", []),
        ("They met Van Morrison, a singer. He had come from far.", ["Van Morrison"]),
    ],
)
def test_people_whom_firms_are_called_after_are_somebody(text: str, found: list[str]) -> None:
    assert sorted(names(library(f"{text} {PAD}"))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Squad: Ann Lee (captain), Finlay Bealtaine, Jo Li, Andrew Port, Caelan Dorrian.", 5),
        ("They play South Korea, Hong Kong, New Zealand, Sri Lanka and Costa Rica.", 0),
    ],
)
def test_in_a_squad_all_are_somebody(text: str, found: int) -> None:
    assert len(names(library(f"{text} {PAD}"))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("That was the work of Lavrentiy Beria's wife.", ["Lavrentiy Beria"]),
        ("A loan that Zurab Japaridze, of TBC Bank, gave was brave.", ["Zurab Japaridze"]),
        ("My brother is called Glenn. He sells tin.", ["Glenn"]),
        ("It was set to music by the BBC's Mary Ann Kennedy.", ["Mary Ann Kennedy"]),
        ("Interview by Ann Lee.", []),
        ("___\n\nAssociated Press writers Ann Lee in Lima and Bo Ek contributed.", []),
        ("It snowed for days and days.\n\nFollow Ann Lee on X at @lee.", []),
        ("Ann Lee reported from Lima. AP writer Bo Ek contributed.", []),
        ("“No,” said Barlow Keane's Femi Adeleke.", ["Femi Adeleke"]),
        ("Nurhayati, a 34-year-old teacher, was saved.", ["Nurhayati"]),
        ("Nurhayati, a 34-year-old ferry, was saved.", []),
        ("They saw Ann Lee and Will Dacre. “I know,” said Dacre.", ["Will Dacre", "Ann Lee"]),
        ("Ms Ann Lee came.", ["Ann Lee"]),
    ],
)
def test_what_stands_beside_a_name_shows_somebody(text: str, found: list[str]) -> None:
    assert names(library(f"{text} {PAD}")) == found


def test_a_place_called_after_a_saint_is_nobody() -> None:
    assert names(library(f"In San Lorenzo de la Vega, where it rained, nobody spoke. {PAD}")) == []


def test_what_is_drunk_or_watched_is_nobody_though_it_has_a_title() -> None:
    assert names(library(f"He drinks Dr Pepper and watches Mr Bean. {PAD}")) == []
