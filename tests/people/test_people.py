from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.evaluation.gold import read_gold
from bot.evaluation.people import evaluate_people
from bot.ingest.reader import parse_article
from bot.language.english.words.name_words import NAME_RULES
from bot.library.library import Library
from bot.people.gazetteer import entry_of, shipped_gazetteer
from bot.people.text.name_lexicon import NameLexicon
from bot.people.text.name_spans import find_name_spans
from bot.people.text.tokens import tokenise
from tests.people.gold_news import read_gold_news

if TYPE_CHECKING:
    from pathlib import Path

    from bot.articles.article import Article


KEPT = ("unseen", "kept_roles", "kept_longer")
"""The gold that nothing is fitted on."""

MIXED = ("fitted_mixed", "kept_mixed")
"""News, interviews and features full of what is called as people are."""


def library(*texts: str) -> Library:
    return Library(
        [
            parse_article(f"A title\n\n{text}\n".encode(), f"{number}.txt")
            for number, text in enumerate(texts)
        ]
    )


def names(found: Library) -> list[str]:
    return [person.name for person in found.who().people]


@pytest.mark.parametrize(
    "name",
    [
        "Hernan Dario Gomez",
        "Kim Shin-Wook",
        "Leung Kwok-hung",
        "Mohamed El-Hassan Mohamed",
        "Claudio De Vincenti",
        "Ursula von der Leyen",
        "L. Ron Hubbard",
        "Andriï Sybiga",
    ],
)
def test_takes_names_of_every_kind_whole(name: str) -> None:
    text = f"On Monday {name} said that the talks had failed."
    lexicon = NameLexicon(shipped_gazetteer(), NAME_RULES)
    spans = find_name_spans(text, tokenise(text), frozenset({0}), lexicon)
    assert name in [text[slice(*span.span)] for span in spans]


def test_one_person_is_one_entry() -> None:
    found = library(
        "US Secretary of State Blinken came on Monday. Mr. Blinken spoke.\n\n"
        "Antony Blinken left on Tuesday, and Blinken was glad.",
        "BLINKEN IS BACK.\n\nAntony Blinken said he was back.",
    )
    (person,) = found.who("blinken").people
    assert person.name == "Antony Blinken"
    assert person.mentions >= 5
    assert len(person.by_article) == 2


def test_two_who_share_a_surname_stay_two_and_the_bare_surname_goes_to_the_last_named() -> None:
    found = library(
        "Hillary Clinton spoke first, and Clinton was cheered.\n\n"
        "Bill Clinton spoke next. Clinton thanked her. Clinton left."
    )
    counts = {person.name: person.mentions for person in found.who("Clinton").people}
    assert counts == {"Hillary Clinton": 2, "Bill Clinton": 3}


def test_places_organisations_and_days_are_nobody() -> None:
    found = library(
        "The White House and the European Union met in New York on Monday with the World Bank, "
        "the Red Sea Fund and Harvard University. South Korea and Hong Kong sent nobody in May."
    )
    assert names(found) == []


def test_the_real_articles_people_are_found_each_with_the_role_it_gives(
    real_article: Article,
) -> None:
    people = {person.name: person for person in Library([real_article]).who().people}
    roles = {name: person.roles[0].text for name, person in people.items()}
    assert roles == {
        "Antony Blinken": "US Secretary of State",
        "Mark Rutte": "NATO Secretary General",
        "Donald Trump": "who will return to the White House on January 20",
        "Andriï Sybiga": "Ukrainian counterpart",
        "Josep Borrell": "head of European diplomacy",
        "Kaja Kallas": "who will succeed him in a few weeks",
        "Marco Rubio": "Republican Senator",
        "Joe Biden": "outgoing President",
        "Mark Cancian": "of the Center for International and Strategic Studies (CSIS)",
    }
    for person in people.values():
        for role in person.roles:
            assert role.text in role.passage.text


def test_people_agree_with_the_gold(shared: Path) -> None:
    report = evaluate_people(read_gold(shared / "eval" / "wikinews" / "gold.json"))
    assert report.f1 >= 0.92


def test_people_agree_with_the_news_that_rules_were_made_for() -> None:
    report = evaluate_people([news.gold for news in read_gold_news("tuned")])
    assert report.precision >= 0.94
    assert report.f1 >= 0.95


def test_people_agree_with_news_that_nothing_was_fitted_on() -> None:
    news = [one for name in KEPT for one in read_gold_news(name)]
    report = evaluate_people([one.gold for one in news])
    assert report.precision >= 0.93
    assert report.f1 >= 0.94


def test_people_agree_with_news_full_of_what_is_called_as_people_are() -> None:
    report = evaluate_people([one.gold for name in MIXED for one in read_gold_news(name)])
    assert report.precision >= 0.95
    assert report.recall >= 0.88


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trainer Ann Lee spoke.", ["Ann Lee"]),
        ("New York Mayor Ann Lee spoke.", ["Ann Lee"]),
        ("The speech by John Major was long.", ["John Major"]),
        ("They met Omar al-Rifai on Monday.", ["Omar al-Rifai"]),
        ("“I’m glad,” said Ann Lee, of London-based Ferro Stores.", ["Ann Lee"]),
        ("Vice-Chairman Tomás Ferreira spoke.", ["Tomás Ferreira"]),
        ("His lawyer, Ann Lee QC, spoke.", ["Ann Lee"]),
        ("They prayed at Saint Luke's Hospital and in St. Mary's Church.", []),
        ("Shares of Morgan Stanley and Winter Light Pictures fell.", []),
        ("The grocer bought smaller rival Freshway, which sells bread.", []),
        ("She lived at Little Skerrin. The inn on Little Skerrin is full.", []),
        ("The Maritime and Dock Workers' Union called a strike.", []),
        ("It rained when Storm Ottoline came.", []),
        ("It began near the hill village of Santa Brava. Ann Brava said so.", ["Ann Brava"]),
        ("For years the Lady Marguerite lay still. Lady Ann Lee came.", ["Ann Lee"]),
        ("A grocer, Witness F, wept. “It was late,” said Witness F.", []),
        ("It was bought by the publisher Bolero Interactive.", []),
        (
            "They beat the champions Iron Orchard. They beat the players Ann Lee and Jo Li.",
            ["Ann Lee", "Jo Li"],
        ),
        ("The government in Tel Amra denied that.", []),
        ("They were on the ferry Princess Amara when it sank.", []),
        ("The ship's owner sent Captain Ann Lee home.", ["Ann Lee"]),
        ("The soloist, Korean pianist Ann Lee, will play.", ["Ann Lee"]),
        ("The owner of the Nova Marta, told of this, wept.", []),
        ("Oksana Zadorozhna, 36, had trained in secret.", ["Oksana Zadorozhna"]),
        ("They beat the holders, Vastrel Titans, 29–28 after extra time.", []),
        (
            "They wore it for the victims, Ann Lee, 29, and Jo Li.",
            ["Ann Lee", "Jo Li"],
        ),
        (
            "Kenya's Prossy Akello trod on her heel. Akello, who came fourth, left.",
            ["Prossy Akello"],
        ),
        ("Dunkerrow Pitmen won. The Pitmen wore it on their sleeves.", []),
        ("“Shoes,” said ballet mistress Larysa Hnatiuk.", ["Larysa Hnatiuk"]),
        ("Storm Hedda came. Hedda broke a pier, and then Hedda left.", []),
        ("It flooded Maltings Street, Cooper's Lane and Cooper's Road.", []),
        ("They asked Oscar, and Oscar's dog. “No,” said Oscar.", ["Oscar"]),
        ("Ask in Pell Green. From Pell Green they went to Pell Green, and Pell Green has it.", []),
        ("After that, the Energy Ombudsman will take the case.", []),
        ("Each day costs the contractor, Gantrell Civil, 31,000 florins.", []),
        ("She works for the brokers Pinnock Reed in the city.", []),
        (
            "Judge Eudora van Hesselink spoke. Ms van Hesselink, 69, left.",
            ["Eudora van Hesselink"],
        ),
        ("(Reporting by Ann Lee; editing by Tomás Ferreira)", []),
        ("Police arrested Abdel Aziz al-Rifai at his home.", ["Abdel Aziz al-Rifai"]),
        ("A delegate of the Norvane group, Ann Lee, spoke.", ["Ann Lee"]),
        ("Senior Al Qaeda fighters hid in Tora Bora, and others on Mt Archer.", []),
    ],
)
def test_names_are_cut_from_what_stands_around_them(text: str, found: list[str]) -> None:
    assert names(library(f"{text} It rained for hours and hours.")) == found


def test_who_appears_with_whom() -> None:
    found = library("Ann Lee met Tomás Ferreira in May.\n\nAnn Lee spoke. She left soon after.")
    (person,) = found.who("Ann Lee").people
    assert person.companions == ("Tomás Ferreira",)


def test_names_are_found_whatever_their_accents() -> None:
    found = library("Andriï Sybiga spoke on Monday.", "Andrii Sybiga left on Tuesday.")
    (person,) = found.who("sybiga").people
    assert entry_of(person.name) == "andrii sybiga"
    assert person.mentions == 2


PAD = "It rained on and on in the whole of the town."


def test_a_title_of_one_article_is_nobody_of_another_who_never_has_it() -> None:
    detective = "The irritable Inspector Brandt took the case, as Inspector Brandt always does."
    tennis = "Her place goes to Aiko Brandt."
    found = library(f"{tennis} {PAD}", f"{detective} {PAD}").who("Brandt").people
    assert sorted((p.name, len(p.by_article)) for p in found) == [("Aiko Brandt", 1), ("Brandt", 1)]
    police = "“No,” said Inspector Aiko Brandt."
    (person,) = library(f"{police} {PAD}", f"{detective} {PAD}").who("Brandt").people
    assert len(person.by_article) == 2
    met = "Aiko Brandt met Tomás Ferreira."
    asked = f"{detective} Tomás Ferreira asked why."
    (person,) = library(f"{met} {PAD}", f"{asked} {PAD}").who("Brandt").people
    assert len(person.by_article) == 2


def test_an_initial_joins_only_where_one_full_name_fits() -> None:
    one = library("Serena Shaw spoke.", f"S. Shaw left. {PAD}")
    assert [p.mentions for p in one.who("Serena Shaw").people] == [2]
    two = library("Serena Shaw spoke.", "Simon Shaw spoke.", f"S. Shaw left. {PAD}")
    assert {p.name for p in two.people.people} >= {"Serena Shaw", "Simon Shaw"}
    assert [p.mentions for p in two.who("Serena Shaw").people] == [1]


def test_short_forms_are_one_where_the_company_agrees() -> None:
    together = library(
        "Steven Marlow spoke to Ann Lee and Tomás Ferreira.", "Steve Marlow spoke to Ann Lee."
    )
    assert len(together.who("Marlow").people) == 1
    apart = library("Steven Marlow spoke to Ann Lee.", "Steve Marlow spoke to Jane Hill.")
    assert len(apart.who("Marlow").people) == 2


def test_one_name_in_two_circles_is_two_cards_each_with_its_articles() -> None:
    rugby = "Prop Gareth Thomas scored for Wales. Coach Ann Lee praised Gareth Thomas."
    politics = "Minister Gareth Thomas spoke in London. Senator Jane Hill thanked Gareth Thomas."
    people = library(rugby, rugby, politics, politics).who("Gareth Thomas").people
    assert len(people) == 2
    assert {len(person.by_article) for person in people} == {2}
    assert len(library(rugby, rugby, politics).who("Gareth Thomas").people) == 1


def test_a_bare_word_joins_a_full_name_only_if_that_is_not_far_rarer() -> None:
    once = ["Karen Marble spoke on Monday."]
    often = [f"A statue of Marble was shown. {PAD}"] * 9
    (person,) = library(*once, *often[:2]).who("Karen Marble").people
    assert len(person.by_article) <= 3
    (person,) = library(*once, *often).who("Karen Marble").people
    assert len(person.by_article) == 1


def test_of_an_article_in_another_language_nobody_is_named() -> None:
    german = (
        "Auf sieben Kilometer Gleise kommen im Schnitt drei Weichen, sagte ein Sprecher. "
        "Die Deutsche Bahn will bis zum Herbst zwanzig Strecken erneuern und dafür viele alte "
        "Brücken ersetzen. Der Verkehrsminister hatte im Mai gesagt, dass es schneller gehen "
        "müsse, doch fehlten noch immer Leute und Stahl, hieß es weiter aus dem Haus in Bonn."
    )
    assert names(library(german)) == []
