"""Analyse a question against an index: its terms, their weights, and what may be missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.retrieval.cues import Kind, kind_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.retrieval.index import PassageIndex

MAX_LENGTH = 2000
"""Characters of a question that are read; Discord lets a member type no more."""

MAX_TERMS = 48
LEAST_LIKENESS = 0.6
"""How alike a misspelt word and the word it stands for must be, by :class:`SimilarStrings`."""

_MIN_MISSPELT = 4


class Term(NamedTuple):
    """Hold one distinct stem of a question.

    Attributes:
        text: The stem.
        stem: The id of the stem looked for, or ``None`` where no passage and no title holds one
            like it.
        weight: Its idf.
        likeness: 1 where passages hold the very stem, less where the word seems misspelt, 0
            where there is none.
        form: The form that the question has it in first.
        capitalised: Whether the question writes it like a name.
    """

    text: str
    stem: int | None
    weight: float
    likeness: float
    form: str
    capitalised: bool


@dataclass(frozen=True, slots=True)
class Question:
    """Hold a question as the index sees it.

    Attributes:
        text: The question as asked.
        kind: What it asks for.
        terms: Its distinct terms in order of appearance.
        sequence: Positions into ``terms``, in order of appearance, for phrases.
        weights: The terms' weights.
        names: Which terms are written like names.
    """

    text: str
    kind: Kind
    terms: tuple[Term, ...]
    sequence: tuple[int, ...]
    weights: NDArray[np.float64]
    names: NDArray[np.bool_]

    @property
    def stems(self) -> list[int]:
        """List the ids of the stems to look for."""
        return [term.stem for term in self.terms if term.stem is not None]


def analyse_question(text: str, index: PassageIndex) -> Question:
    """Analyse a question.

    Args:
        text: What was asked; only the first ``MAX_LENGTH`` characters are read.
        index: The index that will be asked.
    """
    text = text[:MAX_LENGTH]
    vocabulary = index.vocabulary
    capitalised: set[str] = set()
    positions: dict[str, int] = {}
    forms: list[str] = []
    sequence: list[int] = []
    for number, word in enumerate(vocabulary.analyzer.words(text)):
        for form in vocabulary.forms_in(word):
            stem = vocabulary.stem_in(form)
            position = positions.get(stem)
            if position is None:
                if len(positions) == MAX_TERMS:
                    continue
                position = positions[stem] = len(positions)
                forms.append(form)
            sequence.append(position)
            if number and word[0].isupper():
                capitalised.add(stem)
    terms = tuple(
        _term(index, stem, form, capitalised=stem in capitalised)
        for stem, form in zip(positions, forms, strict=True)
    )
    return Question(
        text,
        kind_of(text),
        terms,
        tuple(sequence),
        np.array([term.weight for term in terms]),
        np.array([term.capitalised for term in terms], dtype=np.bool_),
    )


def _term(index: PassageIndex, stem: str, form: str, *, capitalised: bool) -> Term:
    """Look a stem up; one that no passage holds may be a misspelling of one that some do."""
    idf = index.ranking.idf
    stem_id = index.vocabulary.stem_id(stem)
    if stem_id is not None and stem_id < len(idf) and idf[stem_id] > 0:
        return Term(stem, stem_id, float(idf[stem_id]), 1.0, form, capitalised)
    if stem_id in index.titled:
        return Term(stem, stem_id, index.unseen_idf(), 0.0, form, capitalised)
    if len(stem) >= _MIN_MISSPELT and not stem[0].isdigit():
        nearest = index.nearest_stem(stem, LEAST_LIKENESS)
        if nearest:
            found, likeness = nearest
            return Term(stem, found, float(idf[found]), likeness, form, capitalised)
    return Term(stem, None, index.unseen_idf(), 0.0, form, capitalised)
