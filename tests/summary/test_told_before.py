"""A summary prefers sentences whose things are told before them."""

from __future__ import annotations

import pytest

from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.summary.sentences import candidates_of, sentences_of
from bot.summary.summary import summarise
from bot.summary.told_before import places_told

PACK = pack_for("en")
OPENING = "The quay of Lune is to be mended in the spring, the town said on Monday."
RELIEF = "Food for the sailors comes from a relief council with an office in the capital."


def needed_by(sentence: str, title: str = "Quay to be mended") -> tuple[tuple[int, ...], ...]:
    """Return where the things are told that a sentence behind two others takes for told."""
    text = f"{title}\n\n{OPENING}\n\n{RELIEF}\n\n{sentence}\n"
    article = parse_article(text.encode(), "a.txt")
    every = list(sentences_of((article, passage) for passage in article.passages))
    candidates = candidates_of(every, PACK.analyser)
    return places_told(candidates, article.title, PACK)[2]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Lee wrote to the council, as food would run out within twelve days.",
        "The council's director said that food would run out within twelve days.",
        "This office was closed between the first and the second of the storms.",
    ],
)
def test_what_an_earlier_sentence_brings_up_is_taken_for_told(sentence: str) -> None:
    assert needed_by(sentence) == ((1,),)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council of the town said that food would run out within twelve days.",
        "Ann Lee wrote to the police, as food would run out within twelve days.",
        "The quay was built by the grandfathers of those who fish from it now.",
        "A council of old men, or what the council was called by, sat on the pier.",
        "The relief workers said that the weather had been bad for a week or two.",
    ],
)
def test_what_says_itself_which_or_was_never_brought_up_needs_nothing(sentence: str) -> None:
    assert needed_by(sentence) == ()


def test_an_abbreviation_leans_on_the_sentence_that_spells_it_out() -> None:
    text = f"Quay\n\n{OPENING}\n\nAnn Lee leads the Bakers' Union (BU) of Lune.\n\nSoon BU met.\n"
    article = parse_article(text.encode(), "a.txt")
    every = list(sentences_of((article, passage) for passage in article.passages))
    told = places_told(candidates_of(every, PACK.analyser), article.title, PACK)
    assert told[-1] == ((1,),)


def test_what_the_headline_has_is_told() -> None:
    sentence = "Ann Lee wrote to the council, as food would run out within twelve days."
    assert needed_by(sentence, "Relief council warns of hunger") == ()


def test_of_two_sentences_the_one_that_takes_nothing_for_told_is_quoted() -> None:
    text = (
        "Talks on the war of Lune end\n\n"
        "Talks to end the war in the valley of Lune broke down on Monday, mediators said.\n\n"
        f"{RELIEF}\n\n"
        "The council said on Monday that talks on the war in Lune had failed for good.\n\n"
        "Ostravia said on Monday that talks on the war in Lune had failed for good too.\n\n"
        "Otters swam past the old pier while many people ate cake on the sunny bank.\n"
    )
    article = parse_article(text.encode(), "a.txt")
    told = [s.text for s in summarise(article, PACK, 28).sentences]
    assert any(one.startswith("Ostravia") for one in told)
    assert not any(one.startswith("The council") for one in told)
