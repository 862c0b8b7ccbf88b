"""Analyse a question: its terms, the kind of answer it asks for, and its weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.retrieval.index.ngrams import GramTable, grams_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.articles.article import ArticleKey
    from bot.language.pack import LanguagePack
    from bot.language.questions.answer_shape import AnswerShape
    from bot.language.sentence_cues import Kind
    from bot.retrieval.index.statistics import Statistics

MAX_LENGTH = 2000
"""Characters of a question that are read; Discord lets a member type no more."""

MAX_TERMS = 48
"""Distinct terms of a question that are read."""


@dataclass(frozen=True, slots=True)
class ParsedQuestion:
    """A question as its language reads it, before any passage is looked at.

    Attributes:
        text: The question as asked, ``MAX_LENGTH`` characters at most.
        language: The code of the language pack that read it.
        kind: What it asks for.
        asks_count: Whether it asks *how many*.
        stems: Its distinct stems in order of appearance.
        forms: For each stem the form that the question has it in first.
        capitalised: For each stem whether the question writes it like a name.
        sequence: Positions into ``stems``, in order of appearance, for phrases.
        grams: The distinct 4-grams of the forms.
        grams_of: For each form the positions of its 4-grams in ``grams``, in order.
        sureness: What is added to the evidence for an answer in its language, as a log-odds.
        shape: What a sentence looks like that answers, where the question tells.
        large: For each stem whether it has a capital letter within the question, be it a name in
            this language or not.
        shares: For each stem what it counts for, where that is less than a whole word.
        overlaps: For each but the last of ``sequence`` whether it overlaps with the next, as pairs
            of characters do.
    """

    text: str
    language: str
    kind: Kind
    asks_count: bool
    stems: tuple[str, ...]
    forms: tuple[str, ...]
    capitalised: tuple[bool, ...]
    sequence: tuple[int, ...]
    grams: tuple[str, ...]
    grams_of: tuple[tuple[int, ...], ...]
    sureness: float = 0.0
    shape: AnswerShape | None = None
    large: tuple[bool, ...] = ()
    shares: tuple[float, ...] = ()
    overlaps: tuple[bool, ...] = ()


class Term(NamedTuple):
    """One distinct stem of a question.

    Attributes:
        text: The stem.
        meant: The stem to look for, or ``None`` where no passage and no headline has one like it.
        weight: Its idf, or a share of it where several terms make up one word.
        similarity: 1 where passages have the very stem, less where the word seems misspelt, 0
            where no passage has one like it.
        form: The form that the question has it in first.
        capitalised: Whether the question writes it like a name.
        others: Other stems that stand for it as well as ``meant`` does.
    """

    text: str
    meant: str | None
    weight: float
    similarity: float
    form: str
    capitalised: bool
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A question, with what its parts weigh among the passages that are searched.

    Attributes:
        asked: The question as its language reads it.
        terms: Its distinct terms in order of appearance.
        weights: The terms' weights.
        names: Which terms are written like names.
        form_weights: What it weighs that a passage has a term in the question's very form.
        grams: Its distinct 4-grams, those that occur in the passages.
        grams_of: For each term the positions of its form's 4-grams in ``grams``.
        gram_weights: The weights of ``grams``.
        mean_length: The mean number of words of a passage.
        rarest: The weight of a term that a single passage has.
        vector: What it means, where that is known: a vector of length 1.
        within: The article whose passages are candidates too, if one is most likely asked about.
    """

    asked: ParsedQuestion
    terms: tuple[Term, ...]
    weights: NDArray[np.float64]
    names: NDArray[np.bool_]
    form_weights: NDArray[np.float64]
    grams: tuple[str, ...]
    grams_of: tuple[tuple[int, ...], ...]
    gram_weights: NDArray[np.float64]
    mean_length: float
    rarest: float
    vector: NDArray[np.float32] | None = None
    within: ArticleKey | None = None

    @property
    def text(self) -> str:
        """The question as asked."""
        return self.asked.text

    @property
    def kind(self) -> Kind:
        """What it asks for."""
        return self.asked.kind

    @property
    def sequence(self) -> tuple[int, ...]:
        """Positions into ``terms``, in order of appearance, for phrases."""
        return self.asked.sequence

    @property
    def stems(self) -> frozenset[str]:
        """The stems that its terms stand for."""
        meant = {term.meant for term in self.terms if term.meant}
        return frozenset(meant).union(*(term.others for term in self.terms))

    @property
    def loose(self) -> NDArray[np.bool_]:
        """Which terms stand for all stems that share a character with them."""
        shared = [bool(term.others) and term.similarity < 1 for term in self.terms]
        return np.array(shared, dtype=np.bool_)

    @property
    def total(self) -> float:
        """The sum of the terms' weights, never 0."""
        return max(float(self.weights.sum()), 1e-9)


def read_question(text: str, pack: LanguagePack) -> ParsedQuestion:
    """Read a question; only its first ``MAX_LENGTH`` characters and ``MAX_TERMS`` terms count.

    Args:
        text: What was asked.
        pack: The language to read it in.
    """
    text = text[:MAX_LENGTH]
    large: set[str] = set()
    positions: dict[str, int] = {}
    forms, sequence = list[str](), list[int]()
    for number, word in enumerate(pack.analyser.words(text)):
        for form, stem in pack.analyser.analyse(word):
            position = positions.get(stem)
            if position is None:
                if len(positions) == MAX_TERMS:
                    continue
                position = positions[stem] = len(positions)
                forms.append(form)
            sequence.append(position)
            if number and word[0].isupper():
                large.add(stem)
    places, by_form = _grams_of_forms(forms)
    return ParsedQuestion(
        text=text,
        language=pack.code,
        kind=pack.kind_of(text),
        asks_count=pack.asks_count(text),
        sureness=pack.sureness,
        shape=pack.shape_of(text),
        stems=tuple(positions),
        forms=tuple(forms),
        capitalised=tuple([pack.capitals_are_names and stem in large for stem in positions]),
        sequence=tuple(sequence),
        grams=tuple(places),
        grams_of=by_form,
        large=tuple([stem in large for stem in positions]),
        shares=pack.analyser.shares_of(text, forms, sequence),
        overlaps=pack.analyser.overlaps_of(forms, sequence),
    )


def _grams_of_forms(forms: Sequence[str]) -> tuple[dict[str, int], tuple[tuple[int, ...], ...]]:
    """Return the 4-grams of some forms, numbered, and the numbers of each form's."""
    places: dict[str, int] = {}
    by_form = [
        tuple([places.setdefault(gram, len(places)) for gram in grams_of(form)]) for form in forms
    ]
    return places, tuple(by_form)


def weigh_question(asked: ParsedQuestion, statistics: Statistics) -> Question:
    """Weigh the parts of a question by how often they occur."""
    found = zip(
        asked.stems,
        asked.forms,
        asked.capitalised,
        statistics.stems.tolist(),
        statistics.titled.tolist(),
        statistics.neighbours,
        statistics.others,
        strict=True,
    )
    unseen = statistics.unseen_idf()
    shares = _shares_of_unknown(asked, statistics)
    terms: list[Term] = []
    for stem, form, capitalised, passages, titled, neighbour, others in found:
        if passages:
            term = Term(stem, stem, statistics.idf(passages), 1.0, form, capitalised)
        elif titled or neighbour is None:
            term = Term(stem, stem if titled else None, unseen, 0.0, form, capitalised)
        else:
            weight = statistics.idf(neighbour.passages)
            term = Term(stem, neighbour.stem, weight, neighbour.similarity, form, capitalised)
        terms.append(term._replace(weight=term.weight * shares[len(terms)], others=others))
    places, grams_of_terms = _gram_places(asked, statistics)
    return Question(
        asked=asked,
        terms=tuple(terms),
        weights=np.array([term.weight for term in terms]),
        names=np.array(asked.capitalised, dtype=np.bool_),
        form_weights=statistics.occurrence_idf(statistics.forms) * np.array(shares),
        grams=tuple([asked.grams[gram] for gram in places]),
        grams_of=grams_of_terms,
        gram_weights=statistics.occurrence_idf(statistics.grams[list(places)]),
        mean_length=statistics.mean_length,
        rarest=unseen,
    )


def _shares_of_unknown(asked: ParsedQuestion, statistics: Statistics) -> list[float]:
    """Return what each stem counts for, given which of them occur.

    Of pairs of characters that occur nowhere, between two that do, only the characters count that
    neither of the two has: where a single one is missing, it merely stands between two words.
    """
    shares = list(asked.shares or (1.0,) * len(asked.stems))
    if not asked.overlaps:
        return shares
    known = (statistics.stems > 0)[list(asked.sequence)].tolist()
    missing: list[int] = []
    between = False
    for place, overlaps in enumerate((*asked.overlaps, False)):
        if not known[place]:
            missing.append(asked.sequence[place])
            between = between and overlaps
            continue
        if between:
            for position in missing:
                shares[position] *= 1 - 1 / len(missing)
        missing, between = [], overlaps
    return shares


def _gram_places(
    asked: ParsedQuestion, statistics: Statistics
) -> tuple[dict[int, int], tuple[tuple[int, ...], ...]]:
    """Number the 4-grams that occur; of a form that occurs, those that an index keeps of it.

    Returns:
        For each 4-gram's position in ``asked.grams`` its number; for each form its numbers.
    """
    counts = statistics.grams.tolist()
    places: dict[int, int] = {}
    by_form = []
    for grams, occurs in zip(asked.grams_of, statistics.forms.tolist(), strict=True):
        looked_for = grams[: GramTable.WIDTH] if occurs else grams
        own = [places.setdefault(gram, len(places)) for gram in looked_for if counts[gram]]
        by_form.append(tuple(own))
    return places, tuple(by_form)
