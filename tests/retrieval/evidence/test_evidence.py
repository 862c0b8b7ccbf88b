"""The evidence, against a plain reading of what each part of it is said to be."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.language.sentence_cues import cue_code
from bot.library.library import Library
from bot.retrieval.evidence.cue_scores import rate_cues
from bot.retrieval.evidence.evidence import FEATURES, Evidence, gather_evidence
from bot.retrieval.index.ngrams import GRAM_LENGTH, GramTable, gram_count
from bot.retrieval.question import read_question, weigh_question
from bot.retrieval.sentences.highlight import best_sentence, sentence_scores

if TYPE_CHECKING:
    from bot.retrieval.question import Question

FERRY = """\
# Ferry stops at the old harbour

The ferry stopped. Captain Ann Lee stopped the old ferry at Whitby in 1987, as ferries do.

## What the harbours lost

Harbour wardens lost 40 boats; the wardens' harbour boats were old. Nobody counted them twice.

Stop.
"""
LIGHT = """\
# Lighthouse keepers of Whitby

A lighthouse keeper, Ann, keeps the light of the lighthouse. Keeping lights is old work there.

The keepers left in 2004 and the electrification of lighthouses was finished by Captain Roe.
"""
LIBRARY = Library(
    [parse_article(FERRY.encode(), "ferry.md"), parse_article(LIGHT.encode(), "light.md")]
)
ENGINE = LIBRARY.engine
ENGLISH = pack_for("en")
PASSAGES = [(a, p) for a in LIBRARY.articles for p in a.passages]
WORDS = (
    "who When how many ferry ferries Harbour harbors old Whitby Ann Lee stopped stopping keeper "
    "lighthouse lighthouze electrification electricity boats counted nobody zeppelin 1987 what "
    "wardens lost captain the of light keeps wardrobe"
)


def sentences_of(row: int) -> list[list[str]]:
    """Return a passage's sentences as forms; the first is its heading."""
    _, passage = PASSAGES[row]
    sentences = [passage.text[start:end] for start, end in passage.sentences]
    return [ENGLISH.analyser.forms(text) for text in [passage.heading or "", *sentences]]


def codes_of(row: int) -> list[int]:
    _, passage = PASSAGES[row]
    texts = ["", *(passage.text[start:end] for start, end in passage.sentences)]
    words = [ENGLISH.analyser.words(text) for text in texts]
    return [cue_code(sum(map(ENGLISH.word_cues, one)), one) for one in words]


FORMS = Counter(
    form for row in range(len(PASSAGES)) for forms in sentences_of(row) for form in forms
)
TITLES = {article.id: set(ENGLISH.analyser.terms(article.title)) for article in LIBRARY.articles}
MEAN_LENGTH = FORMS.total() / len(PASSAGES)


def occurrence_idf(count: int) -> float:
    size = len(PASSAGES)
    return math.log((size + 1) / min(count, size)) if count else 0.0


def grams_of(form: str) -> set[str]:
    """Return a word's 4-grams; of one that the articles have, the first that the table holds."""
    marked = f"^{form}$"
    grams = [marked[at : at + GRAM_LENGTH] for at in range(len(marked) - GRAM_LENGTH + 1)]
    return set(grams[: GramTable.WIDTH] if form in FORMS else grams)


GRAMS = Counter(
    gram
    for form, count in FORMS.items()
    for at in range(min(GramTable.WIDTH, len(form) + 2 - GRAM_LENGTH + 1))
    for gram in [f"^{form}$"[at : at + GRAM_LENGTH]] * count
)


def meant(form: str, question: Question) -> int | None:
    """Return the position of the term that a word is, or else the last that stands for its stem."""
    stem = ENGLISH.analyser.stem(form)
    places = [at for at, term in enumerate(question.terms) if term.meant == stem]
    return max(places, key=lambda at: (question.terms[at].text == stem, at), default=None)


def alike(question: Question, at: int, form: str) -> float:
    """Rate how alike a term and a word are, 0 to 1."""
    if meant(form, question) == at:
        return 1.0
    term = question.terms[at]
    shared = grams_of(term.form) & grams_of(form)
    dice = 2 * len(shared) / (gram_count(term.form) + gram_count(form))
    return dice if dice >= 0.3 else 0.0


def weight_of_grams(grams: set[str]) -> float:
    return sum(occurrence_idf(GRAMS[gram]) for gram in grams)


def pairs(forms: list[str], question: Question) -> list[tuple[int, int]]:
    """Return the runs of two of the question's terms among a sentence's words, in order."""
    asked = set(itertools.pairwise(question.sequence))
    terms = [meant(form, question) for form in forms]
    return [
        (first, second)
        for first, second in itertools.pairwise(terms)
        if first is not None and second is not None and first != second and (first, second) in asked
    ]


# Long because it spells out every part of the evidence, one after the other.
def plain_evidence(question: Question, rows: list[int], scores: list[float]) -> Evidence:
    """Gather the evidence word by word."""
    terms, weights = question.terms, question.weights
    total = float(weights.sum())
    similarity = [term.similarity or 1.0 for term in terms]
    asked_grams: set[str] = set().union(*(grams_of(term.form) for term in terms))
    run_weight = {
        (first, second): (weights[first] + weights[second]) / 2
        for first, second in itertools.pairwise(question.sequence)
    }
    present, likest, similarities, soft, grams, runs, cues, starts = [], [], [], [], [], [], [], [0]
    features = []
    for row, score in zip(rows, scores, strict=True):
        sentences = sentences_of(row)
        starts.append(starts[-1] + len(sentences))
        every = list(itertools.chain(*sentences))
        held = [any(meant(form, question) == at for form in every) for at in range(len(terms))]
        named = [
            len(
                {
                    at
                    for form in forms
                    for at in [meant(form, question)]
                    if at is not None and terms[at].capitalised
                }
            )
            for forms in sentences
        ]
        rated = rate_cues(question.kind, np.array(codes_of(row)), np.array(named))
        rated[0] = 0.0
        own_alike = [
            [
                max((alike(question, at, form) for form in forms), default=0.0)
                for at in range(len(terms))
            ]
            for forms in sentences
        ]
        own_soft = [np.multiply(one, similarity).tolist() for one in own_alike]
        own_grams = [
            weight_of_grams(asked_grams & set().union(*map(grams_of, forms))) for forms in sentences
        ]
        own_runs = [sum(run_weight[run] for run in pairs(forms, question)) for forms in sentences]
        distinct = {run for forms in sentences for run in pairs(forms, question)}
        in_sentence = [float(np.dot(one, weights)) / total for one in own_soft]
        # The first is the heading, which says nothing in the place of its sentences.
        own_grams[0] = own_runs[0] = in_sentence[0] = 0.0
        best = [
            covered + 0.25 * run / total + 0.35 * cue
            for covered, run, cue in zip(in_sentence, own_runs, rated, strict=True)
        ]
        saturated = [
            gram * 2.2 / (1.6 + 0.6 * len(forms) / 12)
            for gram, forms in zip(own_grams, sentences, strict=True)
        ]
        same = {
            form
            for form in every
            for at in [meant(form, question)]
            if at is not None and terms[at].form == form
        }
        article, _ = PASSAGES[row]
        features.append(
            {
                "bm25": score,
                "bigrams": sum(run_weight[run] for run in distinct),
                "coverage": float(np.dot(np.array(held) * similarity, weights)) / total,
                "soft_coverage": float(np.dot(np.max(own_soft, axis=0), weights)) / total,
                "best_sentence": max(best),
                "sentence_grams": max(saturated),
                "forms": sum(occurrence_idf(FORMS[form]) for form in same),
                "title": sum(term.weight for term in terms if term.meant in TITLES[article.id]),
                "length": len(every) / MEAN_LENGTH,
            }
        )
        present.append(held)
        likest.append(np.max(own_soft, axis=0))
        similarities += own_alike
        soft += in_sentence
        grams += [gram / max(weight_of_grams(asked_grams), 1e-9) for gram in own_grams]
        runs += [run / total for run in own_runs]
        cues += rated.tolist()
    return Evidence(
        np.array([[one[name] for name in FEATURES] for one in features]),
        np.array(present),
        np.array(likest),
        np.array(starts),
        np.array(similarities),
        np.array(soft),
        np.array(grams),
        np.array(runs),
        np.array(cues),
    )


def gathered(text: str) -> tuple[Evidence, Evidence] | None:
    asked = read_question(text, ENGLISH)
    question = weigh_question(asked, ENGINE.statistics(asked))
    candidates = ENGINE.candidates(question, 20)
    if not len(candidates):
        return None
    rows = [PASSAGES.index(one) for one in candidates.found]
    assert rows == candidates.order.tolist()
    found = gather_evidence(candidates, question)
    return found, plain_evidence(question, rows, candidates.scores.tolist())


# All words at once have more 4-grams than fit one number's bits.
@example(WORDS.split())
@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=9))
def test_the_evidence_is_what_it_says(words: list[str]) -> None:
    both = gathered(" ".join(words))
    if both is None:
        return
    found, plain = both
    for name, column, wanted in zip(FEATURES, found.features.T, plain.features.T, strict=True):
        np.testing.assert_allclose(column, wanted, atol=1e-9, err_msg=name)
    for part in ("present", "sentence_starts", "cues"):
        np.testing.assert_array_equal(getattr(found, part), getattr(plain, part), err_msg=part)
    for part in ("alike", "sentence_alike", "soft_coverage", "sentence_grams", "sentence_bigrams"):
        np.testing.assert_allclose(
            getattr(found, part), getattr(plain, part), atol=1e-9, err_msg=part
        )


def test_the_best_sentence_weighs_coverage_grams_runs_and_cues() -> None:
    evidence = Evidence(
        np.zeros((2, len(FEATURES))),
        np.zeros((2, 1), dtype=np.bool_),
        np.zeros((2, 1)),
        np.array([0, 4, 6]),
        np.zeros((6, 1)),
        soft_coverage=np.array([1.0, 0.5, 0.5, 0.4, 0.9, 0.0]),
        sentence_grams=np.array([1.0, 0.2, 0.2, 0.2, 0.1, 0.0]),
        sentence_bigrams=np.array([1.0, 0.1, 0.1, 0.3, 0.2, 0.0]),
        cues=np.array([0.0, 0.0, 0.0, 1.0, 0.5, 0.0]),
    )
    scores = sentence_scores(evidence)
    assert scores.tolist() == pytest.approx(
        [7.8, 2.44, 2.44, 1.28 + 0.76 + 0.24 + 1.7, 2.88 + 0.38 + 0.16 + 0.85, 0.0]
    )
    assert best_sentence(scores, evidence, 0) == 2
    assert best_sentence(scores, evidence, 1) == 0
    scores[3] = 0.0
    assert best_sentence(scores, evidence, 0) == 0
