from __future__ import annotations

import pytest

from tests.people.test_people import library, names

PAD = "It rained for hours and hours."


@pytest.mark.parametrize(
    "text",
    [
        "Wickham Motor Co <WKM> rose. Traders said Wickham could gain more.",
        "Eddie Wickham Inc said so. It named a head of Eddie Wickham. Eddie Wickham sells socks.",
        "<Carson Wickham> will act as agent. Carson Wickham told reporters so. Wickham is new.",
        "Paper maker Wickham Mining and Development Corp <WMD> lost. Wickham said it was sorry.",
        "A loan for Wickham SA, the boot maker, was raised. Wickham SA said so.",
        "National Harrows and Chemical Corp fell. The lawyer of National Harrows said nothing.",
        "Wickham's said the rating was high. It was rated by Wickham's and others.",
        "Tomas's rating fell. Debt that is rated by Tomas's, and Tomas's list, matter.",
        "An offer from Hale Inc and Wickham and Brown, the bidders, lapsed. Brown, it said, left.",
        "The Federation of Hong Kong Industry complained. It said Hong Kong Industry was strong.",
        "The rebels fired Chinese-made Wickham. It is made by BoW. The BoW is new.",
        "The official Tanjug news agency said so. Tanjug said talks began.",
        "Wickham Motor Co said it would close a plant. Wickham said it was sorry.",
        "Tomas fell by a dollar. Tomas said sales rose, and Tomas was up again.",
        "General Acquisition Co, and General Refractories Co, made a bid. It was Acquisition Co.",
        "Latin America said no. Talks with Latin America failed.",
        "New York Sept saw gains. New York Sept closed at ten.",
        "Salomon Brothers said it would lead the issue. James Capel, a broker, said so.",
    ],
)
def test_what_an_article_shows_to_be_a_firm_is_nobody(text: str) -> None:
    assert names(library(f"{text} {PAD}")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Wickham Motor Co <WKM> named Joe Wickham, an engineer. “I am glad,” Wickham said.",
            ["Joe Wickham"],
        ),
        (
            "TNT Ltd <TNT> bought Rupert Wickham's News Corp Ltd <NWC>. Rupert Wickham was glad.",
            ["Rupert Wickham"],
        ),
        ("Wickham Motor Co <WKM> fell. Treasury Secretary Wickham said so.", ["Wickham"]),
        ("Donald Wickham, the founder of Donald Wickham Inc, spoke.", ["Donald Wickham"]),
        (
            "Presidents Ibrahim Wickham of Nigeria and Denis Sassou of Congo came.",
            ["Ibrahim Wickham", "Denis Sassou"],
        ),
        ("Tomas fell, and she saw it. Tomas wept.", ["Tomas"]),
        ("They asked Tomas. They knew Tomas. “No,” said Tomas.", ["Tomas"]),
        ("The Minister of Trade and Industry Hajiro Tamure spoke. Tamure left.", ["Hajiro Tamure"]),
        ("It was told to Justice Byron Wickham.", ["Byron Wickham"]),
        ("Bill Sullivan of Wickham Inc said so.", ["Bill Sullivan"]),
        ("Ketaro Konwada of Wickham Life Insurance Co said so.", ["Ketaro Konwada"]),
        ("Ketaro Konwada, vice minister for trade, said so.", ["Ketaro Konwada"]),
    ],
)
def test_people_who_are_called_as_firms_are_somebody(text: str, found: list[str]) -> None:
    assert sorted(names(library(f"{text} {PAD}"))) == sorted(found)


def test_what_a_firm_is_called_for_short_adds_nothing_to_somebody() -> None:
    text = "Patrick Wickham was named head of Wickham Tool Co <WKT>."
    rest = "Wickham makes bits. Wickham's sales fell, and shares of Wickham slid."
    (person,) = library(f"{text}\n\n{rest} {PAD}").who().people
    assert person.mentions == 1
