"""Whose words an interview's are, and that a summary quotes none without saying whose."""

from __future__ import annotations

from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.summary.interviews import turns_of
from bot.summary.sentences import sentences_of
from bot.summary.summary import LENGTHS, summarise

INTERVIEW = """A talk with the harbour master

The harbour master Ann Lee has worked in the harbour of Lune for ten years, and leaves in May.

You've said that the harbour of Lune is a comedy. It opens with a wreck.

All wrecks in the harbour of Lune are comedies if nobody drowns. I saw four of them.

Were you surprised that the harbour of Lune will be dredged in the spring?

It was time that the harbour of Lune was dredged. I'd waited for ten years for the dredgers.

The dredging of the harbour of Lune will cost two million, twice what was planned.

A bit less than twice. We saved what we could of the harbour. The winter storms were bad.

She walks to the end of the pier, where the dredgers will begin in the first week of May.

Who will follow you in the harbour of Lune?

The council of Lune has to say that. My dog won't, though the harbour has been his life.
"""

JOINED = """A talk with the harbour master

The harbour master Ann Lee has worked in the harbour of Lune for ten years, and leaves in May.

Were you surprised by the dredging of the harbour? I'd waited ten years for the dredgers of Lune.

How did you work in the harbour of Lune in winter? In waistcoats. The harbour of Lune was cold.

The dredging of the harbour has been put off. I can't blame the council. The harbour can wait.

Who will follow you in the harbour of Lune? My dog won't, though the harbour has been his life.
"""

EXPLAINER = """The harbour of Lune, explained

The harbour of Lune will be dredged in the spring, the council of the town said on Monday.

Why is the harbour of Lune being dredged?

The boats of Lune can no longer enter the harbour of Lune when the tide is out in winter.

Who pays for the dredging of the harbour of Lune?

The council of Lune has set aside two million for the dredging of the harbour this year.
"""

AFTER_EXPLAINER = """
Fishermen say that the dredging of the harbour of Lune is a waste, as the boats are too old.
"""

FRENCH = """Un entretien

Anne Lee dirige depuis dix ans le port de Lune, qu'elle quittera au mois de mai de cette année.

Avez-vous été surprise que le port de Lune soit dragué au printemps ?

Il était temps que le port de Lune soit dragué. Je l'attendais depuis dix ans, au moins.

Qui vous suivra au port de Lune ?

La mairie de Lune doit le dire. Mon chien ne le fera pas, même si le port a été toute sa vie.

Le dragage du port coûtera deux millions, et la mairie de Lune en a mis un de côté cette année.
"""


def test_an_interviewers_words_and_the_answers_are_told_from_the_reporters() -> None:
    article = parse_article(INTERVIEW.encode(), "a.txt")
    sentences = list(sentences_of((article, p) for p in article.passages))
    asked = {s.quote.passage.number for s in sentences if s.asked}
    answered = {s.quote.passage.number for s in sentences if s.quoted}
    assert asked == {2, 4, 6, 9}
    assert answered == {3, 5, 7, 10}


REPORTERS = ("The harbour master", "She walks")


def _told(text: str, words: int) -> list[str]:
    article = parse_article(text.encode(), "a.txt")
    return [s.text for s in summarise(article, pack_for("en"), words).sentences]


def test_a_short_summary_of_an_interview_is_in_the_reporters_words() -> None:
    for text in (INTERVIEW, JOINED):
        told = _told(text, 30)
        assert told
        assert all(text.startswith(REPORTERS) for text in told)


def test_an_answer_is_quoted_with_its_question_where_the_reporter_tells_little() -> None:
    for text in (INTERVIEW, JOINED):
        told = " ".join(_told(text, LENGTHS["long"]))
        assert told.startswith(REPORTERS)
        assert "Who will follow you" in told or "Were you surprised" in told
        for asked, answered in (
            ("Who will follow you in the harbour of Lune?", ("The council of Lune", "My dog")),
            ("Were you surprised by the dredging of the harbour?", ("I'd waited",)),
            ("will be dredged in the spring?", ("It was time",)),
        ):
            _, found, behind = told.partition(asked)
            assert not found or behind.lstrip().startswith(answered)


def test_a_question_that_leans_on_what_was_said_before_is_not_quoted() -> None:
    text = INTERVIEW.replace("Who will follow you in the harbour of Lune?", "Who else saw it?")
    assert "Who else" not in " ".join(_told(text, LENGTHS["long"]))


def test_an_explainer_that_asks_and_answers_itself_is_no_interview() -> None:
    article = parse_article(EXPLAINER.encode(), "a.txt")
    assert not turns_of(article).answers
    told = [s.text for s in summarise(article, pack_for("en"), 60).sentences]
    assert any("set aside two million" in text for text in told)


def test_what_answers_a_question_is_told_after_what_stands_alone() -> None:
    article = parse_article((EXPLAINER + AFTER_EXPLAINER).encode(), "a.txt")
    told = [s.text for s in summarise(article, pack_for("en"), 38).sentences]
    assert any("is a waste" in text for text in told)
    assert not any("no longer enter" in text for text in told)


def test_i_and_we_are_known_in_french() -> None:
    article = parse_article(FRENCH.encode(), "a.md")
    numbers = {p.id: p.number for p in article.passages}
    assert article.language == "fr"
    assert {numbers[one] for one in turns_of(article).answers} == {3, 5}


def test_nobodys_words_are_quoted_from_the_middle_of_a_quotation() -> None:
    text = (
        "Lune\n\nThe harbour of Lune will be dredged in the spring, the council says.\n\n"
        "'The harbour of Lune is our life. The harbour of Lune will be dredged in the spring by "
        "the council. It will be a good day for the harbour of Lune,' said Ann Lee of the pier.\n\n"
        "Fishing boats have had to wait outside for the tide since the winter storms.\n"
    )
    article = parse_article(text.encode(), "a.txt")
    for words in range(10, 60, 5):
        told = [s.text for s in summarise(article, pack_for("en"), words).sentences]
        assert not any("by the council" in text for text in told)


def test_nothing_that_begins_with_we_is_quoted() -> None:
    text = (
        "Harbour of Lune\n\nThe harbour of Lune is to be dredged.\n\n"
        "We met Ann Lee of the harbour of Lune on the pier of the harbour, now to be dredged.\n\n"
        "Her boat is the last one on the quay.\n\n"
        "“The winter was long for all who live on the quay. The boats lay in the mud for weeks. "
        "There was ice on the ropes every morning. The children walked to school along the pier, "
        "as the road was under water. The baker came by sledge. It was fine,” she said.\n"
    )
    article = parse_article(text.encode(), "a.txt")
    for words in LENGTHS.values():
        told = [s.text for s in summarise(article, pack_for("en"), words).sentences]
        assert not any(text.startswith("We") for text in told)
