from __future__ import annotations

import pytest

from bot.articles.quote import Quote
from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.language.questions.follow_up import Before, NamedBefore
from bot.library.analysis.found_people import FoundPeople
from bot.library.answering.turn import Turn
from bot.library.library import Library
from tests.conftest import BRIDGE, OTTERS

ENGLISH = pack_for("en")
LIBRARY = Library(
    [parse_article(BRIDGE.encode(), "bridge.md"), parse_article(OTTERS.encode(), "otters.txt")]
)
BEFORE = "When did the harbour bridge reopen?"
DUARTE = NamedBefore("Ines Duarte", "she")
ROSSI = NamedBefore("Paolo Rossi")


def said(question: str, before: str, *people: NamedBefore) -> list[str]:
    readings = ENGLISH.readings(question, Before((before,), people))
    return [reading.said for reading in readings if reading.natural]


@pytest.mark.parametrize(
    "question",
    ["was anyone hurt?", "and how many people died?", "who was arrested", "any victims?"],
)
def test_what_asks_of_no_event_by_name_is_looked_for_in_what_was_shown(question: str) -> None:
    assert ENGLISH.readings(question, Before((BEFORE,)))[0].within


@pytest.mark.parametrize(
    "question", ["was anyone hurt in Velby?", "how many died in the fire?", "who was there?"]
)
def test_what_says_of_which_event_it_asks_is_looked_for_everywhere(question: str) -> None:
    assert not ENGLISH.readings(question, Before((BEFORE,)))[0].within


@pytest.mark.parametrize(
    ("before", "question", "meant"),
    [
        ("What did Blinken say about Iran?", "and Rubio?", "What did Rubio say about Iran?"),
        ("What did Rubio say about China?", "and Iran?", "What did Rubio say about Iran?"),
        ("What did Rubio say about China?", "what about Iran?", "What did Rubio say about Iran?"),
        ("When does the tram open?", "and the museum?", "When does the museum open?"),
        ("When does the tram open?", "and museum?", "When does the museum open?"),
        ("How much is a ticket?", "and for children?", "How much is a ticket for children?"),
        ("Who scored for Rovers?", "and for City?", "Who scored for City?"),
        (BEFORE, "why?", "Why did the harbour bridge reopen?"),
        (BEFORE, "and where?", "Where did the harbour bridge reopen?"),
        (BEFORE, "What did it cost?", "What did the harbour bridge cost?"),
        ("How much was the bail?", "who paid it?", "Who paid the bail?"),
        ("Who owns the burned warehouse?", "is it insured?", "Is the burned warehouse insured?"),
        ("How much do the sailors get?", "who leads their union?", "Who leads the sailors’ union?"),
        ("How long does the tram take?", "how often does it run?", "How often does the tram run?"),
        ("When does the tram get built?", "who voted for it?", "Who voted for the tram?"),
        ("How many patients were moved?", "how?", "How were patients moved?"),
        ("How many patients were moved?", "by whom?", "By whom were patients moved?"),
        ("How many people did the storm kill?", "when?", "When did the storm kill?"),
        ("When was the dam built?", "and repaired?", "When was the dam repaired?"),
        ("Who spoke for the trial?", "and against?", "Who spoke against the trial?"),
        ("What should I bring to school?", "and not bring?", "What should I not bring to school?"),
        ("Who pays the fines of the firm?", "can they appeal?", "Can the fines appeal?"),
        (BEFORE, "when was that?", "When did the harbour bridge reopen?"),
        (BEFORE, "and why's that", "Why did the harbour bridge reopen?"),
        (BEFORE, "where did that happen?", "Where did the harbour bridge reopen?"),
        ("how much is the rent going up", "why", "Why is the rent going up"),
        ("how long was he sent to jail", "and the nephew?", "how long was the nephew sent to jail"),
        ("how long was he sent to jail", "and his wife?", "how long was his wife sent to jail"),
        ("How much did the council spend?", "what do they plan?", "What do the council plan?"),
        ("Who won the men’s race?", "and the women?", "Who won the women’s race?"),
        ("Who won in Lune West?", "and in the East?", "Who won in Lune East?"),
        ("How many were moved?", "where?", "Where were they moved?"),
        ("When does the hall open again?", "what does it cost?", "What does the hall cost?"),
    ],
)
def test_what_leans_is_read_as_a_person_would_write_it(
    before: str, question: str, meant: str
) -> None:
    assert meant in said(question, before)


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("how old is she?", "How old is Ines Duarte?"),
        ("who is her lawyer?", "Who is Ines Duarte’s lawyer?"),
        ("who paid her in May?", "Who paid Ines Duarte in May?"),
    ],
)
def test_a_pronoun_stands_for_the_person_shown(question: str, meant: str) -> None:
    assert said(question, "Who is on trial?", DUARTE)[0] == meant


def test_she_is_not_somebody_whom_the_article_calls_he() -> None:
    judge = NamedBefore("Peter Okoro", "he")
    assert said("how old is she?", "Who is on trial?", judge, DUARTE) == ["How old is Ines Duarte?"]


def test_after_who_the_person_in_the_answer_is_meant_else_the_one_asked_about() -> None:
    after_who = said("where is he from?", "Who coaches Ines Duarte?", DUARTE, ROSSI)
    assert after_who[0] == "Where is Paolo Rossi from?"
    after_what = said("where is he from?", "What did Paolo Rossi say?", ROSSI)
    assert after_what[0] == "Where is Paolo Rossi from?"


def test_after_who_somebody_is_that_person_is_meant_and_nobody_else_of_the_sentence() -> None:
    okoro = NamedBefore("Peter Okoro")
    after = said("where is he from?", "Who is Paolo Rossi?", okoro, ROSSI)
    assert after == ["Where is Paolo Rossi from?"]


def test_who_said_that_asks_for_the_words_shown() -> None:
    before = Before(("What did the diver say?",), (), "“I put my\nhand in.”")
    (reading,) = ENGLISH.readings("who said that?", before)
    assert reading.said == "Who said “I put my hand in.”?"


def test_a_fragment_is_no_question_that_another_takes_the_place_in() -> None:
    before = Before(("Who plays Wren?", "and the queen?"))
    readings = [one.said for one in ENGLISH.readings("and Corin?", before) if one.natural]
    assert readings == ["Who plays Corin?"]


def test_not_turns_the_question_and_nothing_else() -> None:
    asked = "What should my child bring to Fellgate Hall?"
    assert said("and not bring?", asked) == ["What should my child not bring to Fellgate Hall?"]


def test_somebody_near_to_whom_a_question_is_about_is_asked_of_in_the_articles_own_words() -> None:
    before = Before(("What does Ines Duarte think?",), (DUARTE,))
    reading = ENGLISH.readings("and her colleague?", before)[0]
    assert reading.said == "What does Ines Duarte’s colleague think?"
    assert reading.text == "What does her colleague think?"
    assert reading.new == {"colleagu"}


def test_it_is_no_plural() -> None:
    assert said("how much does it cost?", "How long do you boil the potatoes?") == []
    assert "Who stopped the virus?" in said("who stopped it?", "Where did the virus come from?")


def test_what_leans_belongs_to_the_last_question_that_says_what_it_is_about() -> None:
    before = Before(("When did the harbour bridge reopen?", "why?"))
    assert {one.behind for one in ENGLISH.readings("and the ferry?", before)} == {
        "When did the harbour bridge reopen?"
    }


def test_of_a_fragment_only_what_the_question_before_lacks_is_new() -> None:
    before = Before(("How many shells did the North Bank fire?",))
    assert ENGLISH.readings("and the South Bank?", before)[0].new == {"south"}


def test_when_asks_it_of_whom_the_question_before_meant() -> None:
    assert said("when?", "How did her husband die?", ROSSI, DUARTE)[0] == (
        "When did Ines Duarte’s husband die?"
    )


def test_how_old_asks_for_the_person_shown() -> None:
    assert said("how old?", "Who is on trial?", DUARTE) == ["How old is Ines Duarte?"]


def test_what_was_before_that_is_read_as_no_sentence() -> None:
    assert said("and before that?", "How much is the bin?") == []


def test_a_pronoun_stands_for_whom_the_question_names_where_the_passage_does_not() -> None:
    article = parse_article(
        b"# Fish\n\nEdith Tallow painted fish for forty years. She sold none of them.\n\n"
        b"When she died in 1958, the pictures went to her niece, Dorothy Crane, who hid them.",
        "fish.md",
    )
    passage = article.passages[1]
    turn = Turn(("When did Edith Tallow die?",), Quote(article, passage, passage.sentences[0]))
    before = turn.before(FoundPeople())
    assert [one.name for one in before.people] == ["Dorothy Crane", "Edith Tallow"]
    (reading,) = ENGLISH.readings("how old was she?", before)
    assert reading.said == "How old was Edith Tallow?"


@pytest.mark.parametrize("question", ["and Iran?", "Iran?", "and why?"])
def test_what_gives_no_sentence_is_joined(question: str) -> None:
    readings = ENGLISH.readings(question, Before(("China supplies Russia",)))
    assert any("(China supplies Russia)" in one.text for one in readings if not one.natural)


@pytest.mark.parametrize(
    "question",
    [
        "Who is Priya Nair and where does she work?",
        "Who is Rubio in these talks?",
        "What did the mayor say about her budget?",
        "Why did Ann Lee close his office?",
    ],
)
def test_what_can_stand_alone_is_left_as_it_is(question: str) -> None:
    (reading,) = ENGLISH.readings(question, Before((BEFORE,), (DUARTE,)))
    assert (reading.text, reading.alone) == (question, True)


def test_a_short_question_may_be_about_what_was_shown() -> None:
    readings = ENGLISH.readings("how much was the bail", Before(("Who is on trial?",)))
    assert readings[0].text == "how much was the bail"
    assert all(reading.near for reading in readings)


def test_a_follow_up_is_answered_from_what_it_is_about() -> None:
    answer = LIBRARY.ask("and the cost?", after=BEFORE)
    assert "4.5 million" in answer.hits[0].passage.text
    answer = LIBRARY.ask("what did it cost?", after=BEFORE)
    assert "4.5 million" in answer.hits[0].passage.text
    assert answer.in_full == "What did the harbour bridge cost?"
    assert "reopened on Saturday" in LIBRARY.ask(BEFORE).hits[0].passage.text


def test_a_chain_does_not_pile_up() -> None:
    first = LIBRARY.ask("and the cost?", after=BEFORE)
    assert len(first.thread) <= 2
    assert LIBRARY.ask("Who counted the otters near Caton?", after=BEFORE).thread == (
        "Who counted the otters near Caton?",
    )


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("How much is the rent going up?", "The rent will go up by 4 per cent."),
        ("Who was the judge?", "Sentencing, Judge Harriet Bowes told Haskett that he had lied."),
        ("Who found it?", "The team says that eels carry a map of the Earth's field."),
    ],
)
def test_they_are_not_one_thing_and_not_one_person(before: str, sentence: str) -> None:
    people = (NamedBefore("Harriet Bowes"),)
    readings = ENGLISH.readings("how much did they make", Before((before,), people, sentence))
    assert [one.text for one in readings] == ["how much did they make"]


def test_he_is_whom_the_question_names_rather_than_another_of_the_passage() -> None:
    frith, other = NamedBefore("Danny Frith"), NamedBefore("Gus Hartigan", "he", in_sentence=False)
    asked = "whats wrong with danny frith"
    assert said("who came on for him", asked, frith, other) == ["Who came on for Danny Frith"]


def test_they_are_not_what_another_answer_names() -> None:
    before = Before(("Who came on?", "how many came"), (), "The crowd at Moor End was large.")
    assert not [one for one in ENGLISH.readings("where do they play", before) if "Moor" in one.text]


def test_she_is_whom_the_headline_names_rather_than_somebody_of_whom_it_is_not_known() -> None:
    thorne = NamedBefore("Cassius Thorne")
    orla = NamedBefore("Orla Venn", "she", in_sentence=False, in_title=True)
    assert said("who is her wife?", "who killed thorne", thorne, orla)[0].startswith("Who is Orla")
    assert said("where is she?", "Who flies?", NamedBefore("Juno Vance", "she"), orla)[0] == (
        "Where is Juno Vance?"
    )


def test_whom_the_headline_names_is_still_spoken_of_under_another_passage() -> None:
    article = parse_article(
        b"# Captain Orla Venn\n\nOrla Venn is a captain. She commands a freighter.\n\n"
        b"The smuggler Cassius Thorne was killed in the second season.",
        "venn.md",
    )
    library = Library([article])
    turn = Turn.of(library.ask("who was killed in the second season?"))
    people = turn.before(FoundPeople()).people
    assert [(one.name, one.pronoun) for one in people] == [
        ("Cassius Thorne", None),
        ("Orla Venn", "she"),
    ]


def test_where_nothing_is_found_what_was_shown_before_is_still_spoken_of() -> None:
    first = Turn.of(LIBRARY.ask("When did the harbour bridge reopen?"))
    second = Turn.of(LIBRARY.ask("who wrote quixotic zymurgy"), first)
    assert first.shown
    assert (second.shown, second.questions) == (first.shown, ("who wrote quixotic zymurgy",))
    assert (first.is_fresh, second.is_fresh) == (True, False)
