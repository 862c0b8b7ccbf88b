"""Analyse a question against an index: its terms, their weights, and what may be missing."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.retrieval.index import grams_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.retrieval.index import PassageIndex

MAX_LENGTH = 2000
"""Characters of a question that are read; Discord lets a member type no more."""

MAX_TERMS = 64
MAX_GRAMS = 64


class Kind(enum.Enum):
    """Name what a question asks for, where its words tell."""

    PERSON = "person"
    TIME = "time"
    NUMBER = "number"
    PLACE = "place"
    OTHER = "other"


_KINDS = (
    (Kind.PERSON, re.compile(r"\bwho(?:m|se)?\b|\bwhat (?:person|man|woman)\b", re.IGNORECASE)),
    (
        Kind.NUMBER,
        re.compile(
            r"\bhow (?:many|much|long|old|far|tall|high|large|often|big|deep|wide|fast|heavy)\b|"
            r"\b(?:what|which) (?:percentage|percent|number|amount|fraction|proportion|share)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.TIME,
        re.compile(
            r"\bwhen\b|\b(?:what|which) (?:year|century|date|day|decade|month|era|period|time)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.PLACE,
        re.compile(
            r"\bwhere\b|\b(?:what|which) (?:city|country|state|place|town|region|continent|"
            r"province|location)\b",
            re.IGNORECASE,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Term:
    """Hold one distinct stem of a question.

    Attributes:
        text: The stem.
        stem: Its id in the index, or ``None`` where no passage holds it.
        weight: Its idf.
        forms: The ids of the forms that the question has it in.
        capitalised: Whether the question writes it like a name.
    """

    text: str
    stem: int | None
    weight: float
    forms: tuple[int, ...]
    capitalised: bool


@dataclass(frozen=True, slots=True)
class Question:
    """Hold a question as the index sees it.

    Attributes:
        text: The question as asked.
        kind: What it asks for.
        terms: Its distinct terms in order of appearance.
        sequence: Positions into ``terms``, in order of appearance, for phrases.
        grams: Its 4-grams and their weights.
    """

    text: str
    kind: Kind
    terms: tuple[Term, ...]
    sequence: tuple[int, ...]
    grams: tuple[tuple[str, float], ...]

    @property
    def stems(self) -> list[int]:
        """List the ids of the terms that the index holds."""
        return [term.stem for term in self.terms if term.stem is not None]

    def weights(self) -> NDArray[np.float64]:
        """Give the terms' weights as an array, in the terms' order."""
        return np.array([term.weight for term in self.terms])


def analyse_question(text: str, index: PassageIndex) -> Question:
    """Analyse a question.

    Args:
        text: What was asked; only the first ``MAX_LENGTH`` characters are read.
        index: The index that will be asked.
    """
    text = text[:MAX_LENGTH]
    analyzer = index.vocabulary.analyzer
    forms: list[str] = []
    capitalised: set[str] = set()
    extra: list[str] = []
    for position, word in enumerate(analyzer.words(text)):
        parts, joined = analyzer.forms_of(word)
        forms.extend(parts)
        if joined:
            extra.append(joined)
        if position and word[0].isupper():
            capitalised.update(parts)
    positions: dict[str, int] = {}
    spellings: dict[str, list[str]] = {}
    sequence: list[int] = []
    for form in forms + extra:
        stem = analyzer.stem(form)
        if stem not in positions and len(positions) == MAX_TERMS:
            continue
        position = positions.setdefault(stem, len(positions))
        spellings.setdefault(stem, []).append(form)
        sequence.append(position)
    terms = tuple(_term(index, stem, spellings[stem], capitalised) for stem in positions)
    return Question(text, kind_of(text), terms, tuple(sequence), _weigh_grams(index, forms))


def kind_of(text: str) -> Kind:
    """Tell what a question asks for by its question words."""
    for kind, pattern in _KINDS:
        if pattern.search(text):
            return kind
    return Kind.OTHER


def _term(index: PassageIndex, stem: str, forms: list[str], capitalised: set[str]) -> Term:
    vocabulary = index.vocabulary
    stem_id = vocabulary.stem_id(stem)
    idf = index.ranking.idf
    held = stem_id is not None and stem_id < len(idf) and idf[stem_id] > 0
    form_ids = {form_id for form in forms if (form_id := vocabulary.form_id(form)) is not None}
    return Term(
        text=stem,
        stem=stem_id if held else None,
        weight=float(idf[stem_id]) if held else index.unseen_idf(),
        forms=tuple(sorted(form_id for form_id in form_ids if form_id < index.form_count)),
        capitalised=any(form in capitalised for form in forms),
    )


def _weigh_grams(index: PassageIndex, forms: list[str]) -> tuple[tuple[str, float], ...]:
    """Weigh the question's 4-grams by the rarity of the forms that hold them, heaviest first."""
    size = len(index)
    weighed: list[tuple[str, float]] = []
    for gram in dict.fromkeys(gram for form in forms for gram in grams_of(form)):
        holders = index.grams.forms_with(gram)
        if len(holders):
            df = min(size, int(index.frequency[holders].sum()))
            if df:
                weighed.append((gram, float(np.log((size + 1) / df))))
    weighed.sort(key=lambda pair: -pair[1])
    return tuple(weighed[:MAX_GRAMS])
