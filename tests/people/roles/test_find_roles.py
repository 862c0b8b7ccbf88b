"""Roles, against a gold made by hand: ``gold/roles.json`` says who is what in each article."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.ingest.reader import parse_article, read_article
from bot.library.library import Library
from bot.people.gazetteer import entry_of
from tests.people.gold_news import read_gold_news
from tests.people.roles.judgement import judge_roles
from tests.people.test_people import KEPT

GOLD = Path(__file__).parents[1] / "gold" / "roles.json"


def test_roles_agree_with_the_gold(shared: Path) -> None:
    right = wrong = missed = 0
    for file, people in json.loads(GOLD.read_text(encoding="utf-8")).items():
        article = read_article(shared / "eval" / "wikinews" / file, file)
        left = {name: list(roles) for name, roles in people.items()}
        for person in Library([article]).who().people:
            forms = {entry_of(form) for form in (person.name, *person.aliases)}
            name = next((name for name in people if entry_of(name) in forms), None)
            for role in person.roles if name else ():
                assert role.text in role.passage.text
                match = next((r for r in left[name or ""] if _same(r, role.text)), None)
                if match is not None:
                    left[name or ""].remove(match)
                    right += 1
                elif not any(_same(known, role.text) for known in people[name or ""]):
                    wrong += 1
        missed += sum(map(len, left.values()))
    assert right / (right + wrong) >= 0.8
    assert right / (right + missed) >= 0.75


def _same(first: str, second: str) -> bool:
    """Return whether at least half of the words of both are shared, articles aside."""
    one, other = _words(first), _words(second)
    return 2 * len(one & other) >= len(one | other)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", entry_of(text))) - {"the", "a", "an", "s"}


def test_roles_are_whole_noun_phrases_in_the_news_that_rules_were_made_for() -> None:
    fitted = ("tuned", "fitted_roles", "fitted_longer")
    judgement = judge_roles(news for name in fitted for news in read_gold_news(name))
    assert judgement.shown >= 320
    assert judgement.share(judgement.right) >= 0.95
    assert judgement.share(judgement.wrong) <= 0.02


def test_roles_are_whole_noun_phrases_in_news_that_nothing_was_fitted_on() -> None:
    judgement = judge_roles(news for name in KEPT for news in read_gold_news(name))
    assert judgement.shown >= 200
    assert judgement.share(judgement.right) >= 0.88
    assert judgement.share(judgement.wrong) <= 0.05


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Mayor Ann Lee spoke.", "Ann Lee", "Mayor"),
        ("On Monday a motorcyclist, Ann Lee, 42, was hurt.", "Ann Lee", "motorcyclist"),
        ("Defence counsel Ann Lee spoke.", "Ann Lee", "Defence counsel"),
        ("Ann Lee, the mayor of Lune, spoke.", "Ann Lee", "the mayor of Lune"),
        ("Ann Lee, 42, a marine biologist, spoke.", "Ann Lee", "a marine biologist"),
        (
            "Chief executive of the Refugee Council Ann Lee spoke.",
            "Ann Lee",
            "Chief executive of the Refugee Council",
        ),
        ("Foreign Minister and ODS vice-chairman Ann Lee left.", "Ann Lee", "Foreign Minister and"),
        ("Ann Lee, a shot-firer, spoke.", "Ann Lee", "a shot-firer"),
        ("They said drivers' leader Ann Lee knew.", "Ann Lee", "drivers' leader"),
        ("They saw many, among them his own mother, Ann Lee.", "Ann Lee", "mother"),
        ("The youngest, Ann Lee, is 19.", "Ann Lee", "The youngest"),
        ("They met Ann Lee of the mines brigade.", "Ann Lee", "of the mines brigade"),
        ("Ann Lee, for the defence, rose.", "Ann Lee", "for the defence"),
        ("Ann Lee KC, defending, rose.", "Ann Lee", "defending"),
        ("Ann Lee (captain), Tomás Ferreira and Jo Li play.", "Ann Lee", "captain"),
        ("He met the bank's chairman, Ann Lee.", "Ann Lee", "bank's chairman"),
        ("A left-arm spinner, Ann Lee, bowled.", "Ann Lee", "A left-arm spinner"),
        ("He met a Lune attorney, Ann Lee.", "Ann Lee", "Lune attorney"),
        ("A film by science fiction writer Ann Lee won.", "Ann Lee", "science fiction writer"),
        ("Council for the Welfare of Otters spokeswoman Ann Lee spoke.", "Ann Lee", "Council for"),
        ("He beat Ferro and Estonian record holder Ann Lee.", "Ann Lee", "Estonian record holder"),
        ("Product safety officer Ann Lee spoke.", "Ann Lee", "Product safety officer"),
        ("Deputy mayor for culture Ann Lee spoke.", "Ann Lee", "Deputy mayor for culture"),
        ("Ann Lee, of Leeds City Council, spoke.", "Ann Lee", "of Leeds City Council"),
        ("Lune United dismissed their manager, Ann Lee, on Monday.", "Ann Lee", "manager"),
        ("Five were ill, and the goalkeeper, Ann Lee, was new.", "Ann Lee", "goalkeeper"),
        ("Hours later a volunteer with the rescue, Ann Lee, fell.", "Ann Lee", "volunteer with"),
        ("They rang Ann Lee of Ferro Stores.", "Ann Lee", "of Ferro Stores"),
        ("He rang the toxicologist Ann Lee.", "Ann Lee", "toxicologist"),
        ("Above the pitch and the referee, Ann Lee, it rained.", "Ann Lee", "the referee"),
        ("Rebel commander Colonel Ann Lee spoke.", "Ann Lee", "Rebel commander"),
        ("At 12:10 Pennard Water's chief, the engineer Ann Lee, spoke.", "Ann Lee", "engineer"),
        ("Ann Lee, who will succeed him in May, spoke.", "Ann Lee", "who will succeed him in May"),
        ("Ann Lee, from Lune, who runs it now, spoke.", "Ann Lee", "who runs it now"),
        (
            "They said port secretary and strike leader Ann Lee knew.",
            "Ann Lee",
            "port secretary and",
        ),
        ("It was heard by Mrs Justice Ann Lee in May.", "Ann Lee", "Justice"),
        ("Its ex-driver Ann Lee spoke.", "Ann Lee", "ex-driver"),
        ("Her deputy, Ann Lee, spoke.", "Ann Lee", "deputy"),
        ("A retired fireman, Ann Lee, spoke.", "Ann Lee", "A retired fireman"),
        ("A 34-year-old nurse from Leeds, Ann Lee, spoke.", "Ann Lee", "A 34-year-old nurse from"),
        ("It fell to Ann Lee, a former wool classer.", "Ann Lee", "a former wool classer"),
        ("They rang Ann Lee, a left back.", "Ann Lee", "a left back"),
        ("In came the mayor, Ann Lee MBE, who slept.", "Ann Lee", "mayor"),
        ("His wife, Ann Lee, is mayor of Kranj.", "Ann Lee", "wife"),
        ("Ann Lee is mayor of Kranj and is often there.", "Ann Lee", "mayor of Kranj"),
        ("County Councillor Sir Tom Lee spoke.", "Tom Lee", "County Councillor"),
        ("Neuroscientist Ann Lee met the bandmate Jo Li.", "Jo Li", "bandmate"),
        (
            "The head of science Jo Li watched with India's space chief, Ann Lee.",
            "Ann Lee",
            "India's space chief",
        ),
    ],
)
def test_roles_are_quoted_as_the_text_gives_them(text: str, name: str, role: str) -> None:
    (person,) = _library(text).who(name).people
    assert person.roles[0].text.startswith(role)
    assert person.roles[0].text in text
    assert not person.roles[0].text.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "After a call to speak with his mother, Ann Lee was put through to nobody.",
        "Speaking in the town's defence, Ann Lee said that all was well.",
        "On Monday, Ann Lee said that all was well.",
        "He wrote to the former chairman of the bank and of Ann Lee.",
        "A friend of Ann Lee became a lobbyist for a bank four days later.",
        "Nobody plays Ann Lee on a Monday, and never on any other day.",
        "Ann Lee, limited customers to two tins of any kind, and no more.",
        "Ann Lee, of Guildford, said that all was well.",
        "On Monday Iceland's Ann Lee won.",
        "Then Lady Ann Lee of Ledbury said that all was well.",
        "Ann Lee, whose brother, sister and niece were there, said that all was well.",
        "“Ann Lee is a friend of ours,” said a man who had come from far away.",
    ],
)
def test_what_belongs_to_the_clause_is_no_role(text: str) -> None:
    (person,) = _library(text).who("Ann Lee").people
    assert person.roles == ()


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("It hoped to tell President Ann Lee so.", ["President"]),
        ("The deal won over Vermont Gov. Ann Lee on Friday.", ["Vermont Gov."]),
        ("As mayor of Lune, Ann Lee led the talks.", ["mayor of Lune"]),
        ("As a child, Ann Lee lived in Lune.", []),
        ("Ann Lee was a happy child, her mother said.", []),
        ("Two officers were told to guard Ann Lee.", []),
        ("He spoke according to judge Ann Lee.", ["judge"]),
        ("It was backed by Sen. Ann Lee and others.", ["Sen."]),
        ("They fear that a President Ann Lee might do so.", []),
        ("She beat world No 38 Ann Lee on Monday.", ["world No 38"]),
        ("On court two, No 26 seed Ann Lee won.", ["No 26 seed"]),
        ("He will meet Danish 19th seed Ann Lee.", ["Danish 19th seed"]),
        ("In 2009, one of the sect's victims, Ann Lee, sued.", ["one of the sect's victims"]),
        ("On Monday, Jutta also rang Otto's sister, Ann Lee, and left.", ["Otto's sister"]),
        ("They told freelance photographer Ann Lee so.", ["freelance photographer"]),
        ("Photographer Bo Ek, 47 cameraman Ann Lee, 53, and others were hurt.", ["cameraman"]),
        ("It had Denmark's Prince Otto, Utah Governor Ann Lee, and others.", ["Utah Governor"]),
        ("They voted to replace outgoing Chairman Ann Lee.", ["outgoing Chairman"]),
        (
            "Vice President Ann Lee, Secretary of State Bo Ek and Trade Secretary Cy Fox met.",
            ["Vice President"],
        ),
        ("He told a news conference EC Farm Commissioner Ann Lee left.", ["EC Farm Commissioner"]),
        ("They voted to remove former chairman Ann Lee.", ["former chairman"]),
        ("It was the frail President Ann Lee.", ["frail President"]),
        ("Bo Ek, spokesman for Chancellor Ann Lee, spoke.", ["Chancellor"]),
        (
            "Secretary of State Bo Ek and Commerce Secretary Ann Lee met.",
            ["Commerce Secretary"],
        ),
        ("Norvane Space and Co president Ann Lee spoke.", ["Norvane Space and Co president"]),
        ("Ernst and Whinney chairman Ann Lee spoke.", ["Ernst and Whinney chairman"]),
        ("Trade and Industry Secretary Ann Lee spoke.", ["Trade and Industry Secretary"]),
        (
            "House Ways and Means Committee chairman Ann Lee spoke.",
            ["House Ways and Means Committee chairman"],
        ),
        ("Committee chairman Sen. Ann Lee spoke.", ["Committee chairman"]),
        ("Quoting legendary baseball manager Ann Lee, he sat.", ["legendary baseball manager"]),
        (
            "“No,” said Ann Lee, chairman of Ing Norvane Spa <NRV.MI>.",
            ["chairman of Ing Norvane Spa"],
        ),
        ("Ann Lee, an analyst at <Norvane Co>, spoke.", ["an analyst at <Norvane Co>"]),
        ("“No,” Ann Lee, paper analyst for Norvane said.", ["paper analyst for Norvane"]),
        ("It is proposed by Ann Lee, one official said.", []),
        ("It is proposed by Ann Lee, government officials said.", []),
        (
            "Ann Lee of Thailand, chairman of the conference, spoke.",
            ["chairman of the conference", "of Thailand"],
        ),
        ("Japan's ambassador to the U.S., Ann Lee, spoke.", ["Japan's ambassador to the U.S."]),
        ("They bought shares from Ann Lee of Ariadne's board.", []),
        ("The United States peace envoy Ann Lee left.", ["United States peace envoy"]),
        ("Both beat French team captain Ann Lee.", ["French team captain"]),
        ("Before the match and Dutch captain Ann Lee slept.", ["Dutch captain"]),
        ("They had access to suspected rebel fighter Ann Lee.", ["suspected rebel fighter"]),
        ("It was he who ousted chairman Ann Lee.", ["chairman"]),
        ("The royalist anti-Dutch commander Ann Lee left.", ["royalist anti-Dutch commander"]),
        ("The royal commissioner Justice Ann Lee left.", ["royal commissioner"]),
        ("Chairman of the Joint Chiefs General Ann Lee left.", ["Chairman of the Joint Chiefs"]),
        ("A spokesman for the Trade Minister, Ann Lee, left.", ["Trade Minister"]),
        ("Emergency services spokesman Ann Lee left.", ["Emergency services spokesman"]),
        ("The Dutch President General Ann Lee left.", ["Dutch President"]),
        ("Trade Minister Senator Ann Lee left.", ["Trade Minister"]),
        ("Attorney General Ann Lee left.", ["Attorney General"]),
        ("They gave and were given leader Ann Lee.", ["leader"]),
        ("Energy Minister Ann Lee, the Trade Minister, Bo Ek, and he met.", ["Energy Minister"]),
    ],
)
def test_roles_in_agencies_prose_are_neither_cut_nor_run_on(text: str, roles: list[str]) -> None:
    found = _library(text).who("Ann Lee").people[0].roles
    assert [role.text for role in found] == roles


def _library(text: str) -> Library:
    return Library([parse_article(f"A title\n\n{text} It rained on and on.\n".encode(), "a.txt")])
