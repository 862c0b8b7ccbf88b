"""Answer a question in each language and reading that it may have, and return the best answer.

``retrieval/question_answering.py`` answers a single reading.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.language.detection import without_noise
from bot.language.packs import pack_for
from bot.language.questions.follow_up import Reading
from bot.library.answering.foreign_questions import judged_across
from bot.library.answering.languages import asks_in_another, languages_to_read
from bot.library.answering.plain_statements import said_plainly
from bot.library.answering.turn import LONGEST, Turn
from bot.library.answering.unknown_names import refused_if_unknown
from bot.retrieval.answer import join_parts
from bot.retrieval.assessment import Expected
from bot.retrieval.meaning.embeddings import UNDERSTOOD
from bot.retrieval.meaning.session import MeaningUnavailableError
from bot.retrieval.meaning.understanding import understand
from bot.retrieval.question_answering import answer_question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import ArticleKey
    from bot.language.analysis.analyser import Analyser
    from bot.language.pack import LanguagePack
    from bot.language.questions.follow_up import Before
    from bot.library.analysis.found_people import FoundPeople
    from bot.retrieval.answer import Answer
    from bot.retrieval.engine import Engine
    from bot.retrieval.meaning.models import Models
    from bot.retrieval.meaning.question_meaning import QuestionMeaning

log = logging.getLogger(__name__)

_OUTCOMES = ("none", "perhaps", "answer")
"""The outcomes of a question, the best last."""

_JOINED_COSTS = 0.25
"""Subtracted from the confidence of a reading that is a list of terms rather than a sentence:
passages match more of such terms than of a sentence's."""

_BESIDE_IT_COSTS = 0.5
"""Subtracted if the passage found has none of the words that a follow-up has replaced others by."""


_BEHIND_COSTS = 0.1
"""Subtracted from a reading that is the previous question followed by this one, unchanged."""


@dataclass(frozen=True, slots=True)
class QuestionAnswerer:
    """Answers questions from the passages of a library.

    Attributes:
        engine: Searches the passages.
        models: The models of meaning; without them words decide alone.
        shelf: The languages of the articles, that of the most passages first.
        people: The people of the articles, to resolve pronouns.
        hits: The maximum number of passages to return.
        read: Whether the reader reads the best passages, which is the slowest step.
    """

    engine: Engine
    models: Models | None
    shelf: tuple[str, ...]
    people: FoundPeople
    hits: int
    read: bool = True

    def answer(self, question: str, turn: Turn | None = None) -> Answer:
        """Return the best answer to a question, without the small talk around it.

        Args:
            question: The question.
            turn: The previous turn, if there is one.
        """
        asked = without_noise(question)
        before = turn.before(self.people) if turn and len(asked) <= LONGEST else None
        near = turn.shown.article.key if turn and turn.shown and turn.is_fresh else None
        whole = self._in_all(asked, before, near)
        return replace(self._in_parts(asked, whole, before, near), question=question)

    def _in_all(self, question: str, before: Before | None, near: ArticleKey | None) -> Answer:
        """Read a question in each language that it may be in, and return the best answer."""
        languages = languages_to_read(question, self.shelf, self.engine)
        answers = {one: self._in_language(question, one, before, near) for one in languages}
        spoken = languages[-1]
        best = max(answers.values(), key=_rank)
        if spoken not in self.shelf:
            return judged_across(best, answers[spoken], pack_for(spoken), self.shelf)
        if not best.answered and asks_in_another(question, self.shelf):
            return replace(best, articles_in=self.shelf)
        return best

    def _in_parts(
        self, question: str, whole: Answer, before: Before | None, near: ArticleKey | None
    ) -> Answer:
        """Return the answers to a question's parts if each has its own, or else the whole answer.

        A part may refer to the previous part.
        """
        pack = pack_for(languages_to_read(question, self.shelf, self.engine)[0])
        texts = pack.parts(question)
        if not texts or not whole.hits or _holds_all(whole, question, pack):
            return whole
        found: list[Answer] = []
        asked_before, asked_near = before, near
        for text in texts:
            answer = self._in_all(text, before, near)
            if found and not _is_another(answer, found):
                # It may be unrelated to the previous part.
                answer = self._in_all(text, asked_before, asked_near)
            if not _is_another(answer, found):
                return whole
            found.append(answer)
            turn = Turn.of(answer)
            before, near = turn.before(self.people), answer.hits[0].article.key
        return join_parts(whole, found)

    def _in_language(
        self, question: str, language: str, before: Before | None, near: ArticleKey | None
    ) -> Answer:
        """Answer a question in one language, in the reading that the articles answer best."""
        readings: Sequence[Reading] = (Reading(question, question),)
        if before:
            readings = pack_for(language).readings(question, before)
        reading = readings[0]
        within = self._as_read(reading, language, near) if reading.within and near else None
        if within and within.outcome != "none":
            answer = within
        else:
            readings = [one for one in readings if not one.within]
            reading, answer = self._best_read(question, readings, language, before, near)
        thread: tuple[str, ...] = (reading.said if reading.natural else question,)
        if before and not reading.alone:
            thread = (reading.behind or before.questions[-1], *thread)
        in_full = reading.said if reading.natural and reading.said != question else None
        return replace(answer, question=question, in_full=in_full, thread=thread)

    def _best_read(
        self,
        question: str,
        readings: Sequence[Reading],
        language: str,
        before: Before | None,
        near: ArticleKey | None,
    ) -> tuple[Reading, Answer]:
        """Return the reading of a question that has the best answer, and that answer.

        With a reader, a follow-up question is also tried appended to the previous question: the
        reader finds out what belongs together better than any rule does.
        """
        quick, analyser = replace(self, read=False), pack_for(language).analyser
        reading = readings[0]
        if len(readings) > 1:
            reading = max(
                readings,
                key=lambda one: _promise(one, quick._as_read(one, language, near), _JOINED_COSTS),
            )
        answer = self._as_read(reading, language, near)
        leans = len(readings) > 1 or reading.said != question or not reading.alone
        if before is None or not leans or not (self.models and self.models.reader and self.read):
            return reading, answer
        said = f"{reading.behind or before.questions[-1]} {question}"
        behind = replace(reading, text=said, said=said, first=frozenset(), natural=False)
        behind = replace(behind, near=False, alone=False)
        joined = _with_sentence_of(answer, self._as_read(behind, language, near))
        if _says_more(answer, joined, frozenset(analyser.terms(question)), before, analyser):
            return reading, answer
        if _said_of(reading.new, answer, analyser) > 0 == _said_of(reading.new, joined, analyser):
            # For example, both ask about one table, but about different rows.
            return reading, answer
        if _promise(behind, joined, _BEHIND_COSTS) > _promise(reading, answer, 0.0):
            return behind, joined
        return reading, answer

    def _as_read(self, reading: Reading, language: str, near: ArticleKey | None) -> Answer:
        """Answer one reading of a question; by words alone if a network fails."""
        is_understood = language == UNDERSTOOD and UNDERSTOOD in self.shelf
        if self.models and is_understood and self.engine.knows_meaning:
            try:
                meant = understand(self.models, reading.said, read=self.read)
                return self._as_meant(reading, language, near, meant)
            except MeaningUnavailableError as error:
                log.warning("a question is answered by its words alone: %s", error)
        return self._as_meant(reading, language, near, None)

    def _as_meant(
        self,
        reading: Reading,
        language: str,
        near: ArticleKey | None,
        meant: QuestionMeaning | None,
    ) -> Answer:
        """Answer one reading of a question, with its meaning if that is known."""
        answer = answer_question(
            reading.text,
            self.engine,
            pack_for(language),
            self.hits,
            first=reading.first,
            understood=meant,
            expected=Expected(near if reading.near else None, reading.new, reading.within),
        )
        answer = said_plainly(answer, self.people)
        return refused_if_unknown(answer) if language == UNDERSTOOD else answer


def _rank(answer: Answer) -> tuple[int, float]:
    """Return what says which of several answers is the best."""
    return _OUTCOMES.index(answer.outcome), answer.confidence


def _promise(reading: Reading, answer: Answer, joined_costs: float) -> float:
    """Return the confidence of the answer to a reading, lowered for unlikely readings."""
    if reading.new and not (answer.hits and reading.new.intersection(answer.hits[0].terms)):
        return answer.confidence - _BESIDE_IT_COSTS
    return answer.confidence - (0.0 if reading.natural else joined_costs)


def _with_sentence_of(answer: Answer, joined: Answer) -> Answer:
    """Return the second answer, with the first one's sentence where both have found a passage.

    The words of the previous question, with which the second was found, would highlight the
    sentence that answered it.
    """
    passages = [hit.passage for hit in joined.hits[:1]]
    same = tuple([hit for hit in answer.hits if hit.passage in passages])
    return replace(joined, hits=same + joined.hits[1:]) if same else joined


def _says_more(
    answer: Answer, joined: Answer, terms: frozenset[str], before: Before, analyser: Analyser
) -> bool:
    """Return whether the first answer has more of a question's terms, and the second is old.

    It is where the words of the previous question have found its own sentence again.
    """
    is_old = bool(joined.hits) and joined.hits[0].sentence_text == before.sentence
    return is_old and _said_of(terms, answer, analyser) > _said_of(terms, joined, analyser)


def _said_of(terms: frozenset[str], answer: Answer, analyser: Analyser) -> int:
    """Return how many of some terms the highlighted sentence of the first hit has."""
    found = analyser.terms(answer.hits[0].sentence_text) if answer.hits else ()
    return len(terms.intersection(found))


def _is_another(answer: Answer, found: Sequence[Answer]) -> bool:
    """Return whether an answer is shown, with another passage than the answers found so far."""
    passages = [one.hits[0].passage for one in found]
    return bool(answer.shown) and answer.hits[0].passage not in passages


def _holds_all(answer: Answer, question: str, pack: LanguagePack) -> bool:
    """Return whether the passage of a sure answer has all terms of the question."""
    return answer.answered and set(pack.analyser.terms(question)) <= set(answer.hits[0].terms)
