"""Measure what each language gets, by words alone: ``python -m tests.benchmarks.languages``.

The articles of ``tests/language/articles`` are one library a language, and then all of them are
one library. Half of the questions on the short articles share the words of their passage, as
those of XQuAD do; the others, and those on the longer articles, are in other words on purpose.
Some languages have paragraphs like an encyclopedia's as well, of two articles: rules were mended by
what went wrong with the questions on the first one alone.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

import numpy as np

from bot.articles.article import Passage
from bot.evaluation.measures import roc_area
from bot.ingest.text.sentences import split_sentences
from bot.library.library import Library
from tests.language.gold import CODES, DENSE, Gold, joined, read_gold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.retrieval.answer import Answer
    from tests.language.gold import GoldQuestion

ENGLISH = "en"
_PARTS = ("fitting", "reporting", "short")
_TIMES = 10
_IN_LONGER = 5
_ROUNDS = 4
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What came of some questions that a library answers, as shares of them.

    Attributes:
        questions: How many there are.
        first: The right passage is first.
        three: It is among the first three.
        sentence: The sentence that is highlighted holds the answer.
        answered: A sure answer is given.
        shown: The right passage is in what is shown.
    """

    questions: int
    first: float
    three: float
    sentence: float
    answered: float
    shown: float


def gold_of(code: str) -> Gold:
    """Return all articles of a language, with their questions."""
    return reduce(add, [read_gold(code, part) for part in _PARTS])


def outcomes(library: Library, questions: Sequence[GoldQuestion]) -> Outcomes:
    """Ask a library questions that it answers."""
    asked = [(question, library.ask(question.text)) for question in questions]
    return Outcomes(
        len(asked),
        _share([_holds(question, answer, 1) for question, answer in asked]),
        _share([_holds(question, answer, _SHOWN) for question, answer in asked]),
        _share([_is_quoted(question, answer) for question, answer in asked]),
        _share([answer.answered for _, answer in asked]),
        _share([_holds(question, answer, len(answer.shown)) for question, answer in asked]),
    )


@dataclass(frozen=True, slots=True)
class Parted:
    """How questions with an answer are told from those without, with half of the articles.

    Attributes:
        area: The area under the ROC curve of the confidence.
        sure: The share of those without an answer that get a sure one.
        perhaps: The share of those without an answer that are shown what may be it.
    """

    area: float
    sure: float
    perhaps: float


def lengthened(gold: Gold) -> Gold:
    """Return the articles as passages of whole articles, five in a longer one without a headline.

    Neighbours are on like subjects, so that a passage has close competitors, and it is three times
    as long, as those of XQuAD are.
    """
    places = {article.id: place for place, article in enumerate(gold.articles)}
    articles = []
    for start in range(0, len(gold.articles), _IN_LONGER):
        some = gold.articles[start : start + _IN_LONGER]
        longer = f"{some[0].language}-longer-{start // _IN_LONGER}"
        passages = []
        for number, article in enumerate(some, start=1):
            sentences = [
                passage.text[slice(*span)]
                for passage in article.passages
                for span in passage.sentences
            ]
            text, spans = joined(article.language, sentences)
            passages.append(Passage(f"{longer}#{number}", number, text, spans))
        articles.append(
            replace(some[0], id=longer, digest=longer, title="–", passages=tuple(passages))
        )
    questions = []
    for question in gold.questions:
        of_longer, place = divmod(places[question.article], _IN_LONGER)
        questions.append(replace(question, article=articles[of_longer].id, paragraph=place + 1))
    return Gold(tuple(articles), tuple(questions))


def as_split(gold: Gold) -> Gold:
    """Return the articles with the sentences that a reader of files finds in them."""
    return replace(
        gold,
        articles=tuple(
            replace(
                article,
                passages=tuple(
                    replace(one, sentences=split_sentences(one.text, article.language))
                    for one in article.passages
                ),
            )
            for article in gold.articles
        ),
    )


def halves_of_passages(gold: Gold) -> tuple[Gold, Gold]:
    """Return the articles with every second paragraph, and with the others."""
    first, second = (
        replace(
            gold,
            articles=tuple(
                replace(one, passages=tuple(p for p in one.passages if p.number % 2 == odd))
                for one in gold.articles
            ),
        )
        for odd in (1, 0)
    )
    return first, second


def parted(halves: Sequence[Gold], questions: Sequence[GoldQuestion]) -> Parted:
    """Ask each half of some articles the questions on both."""
    sureness: list[float] = []
    answerable: list[bool] = []
    outcome: list[str] = []
    for half in halves:
        library = Library(half.articles)
        passages = [passage for article in half.articles for passage in article.passages]
        for question in questions:
            answer = library.ask(question.text)
            sureness.append(answer.confidence)
            answerable.append(any(map(question.is_answered_by, passages)))
            outcome.append(answer.outcome)
    others = [one for one, known in zip(outcome, answerable, strict=True) if not known]
    return Parted(
        roc_area(np.array(sureness), np.array(answerable)),
        _share([one == "answer" for one in others]),
        _share([one == "perhaps" for one in others]),
    )


def halves_of_articles(gold: Gold) -> tuple[Gold, Gold]:
    """Return every second article, and the others."""
    return Gold(gold.articles[::2], ()), Gold(gold.articles[1::2], ())


def milliseconds(code: str) -> float:
    """Time a question, as the median, on the articles that are the same in every language.

    It is the processor's time, so that other work on the machine counts for less.
    """
    gold = read_gold(code, "fitting") + read_gold(code, "reporting")
    library = Library(gold.articles)
    taken = []
    for _ in range(_TIMES):
        for question in gold.questions:
            start = time.thread_time()
            library.ask(question.text)
            taken.append(1000 * (time.thread_time() - start))
    return float(np.median(taken))


def _holds(question: GoldQuestion, answer: Answer, hits: int) -> bool:
    return any(question.is_answered_by(hit.passage) for hit in answer.hits[:hits])


def _is_quoted(question: GoldQuestion, answer: Answer) -> bool:
    return _holds(question, answer, 1) and any(
        text in answer.hits[0].sentence_text for text in question.answers
    )


def _share(values: Sequence[bool]) -> float:
    return float(np.mean(values)) if values else float("nan")


def main() -> None:
    """Print a table of all languages."""
    golds = {code: gold_of(code) for code in CODES}
    mixed = Library([article for gold in golds.values() for article in gold.articles])
    for shares_words, title in ((True, "in the passage's words"), (False, "in other words")):
        _print_questions(golds, mixed, title, shares_words=shares_words)
    _print_longer(golds)
    _print_dense(golds)
    print("\nMilliseconds a question, the median on 24 passages, and beside English\n")
    rounds = [{code: milliseconds(code) for code in CODES} for _ in range(_ROUNDS)]
    best = {code: min(taken[code] for taken in rounds) for code in CODES}
    for code in CODES:
        print(f"| {code} | {best[code]:.2f} | {best[code] / best[ENGLISH]:.2f} |")


def _print_questions(
    golds: Mapping[str, Gold], mixed: Library, title: str, *, shares_words: bool
) -> None:
    print(f"\nQuestions {title}\n")
    print(
        "| | questions | R@1 | R@3 | sentence | answered | shown | R@1, all languages"
        " | area | no answer, sure | no answer, perhaps |"
    )
    print("|---|" + "---|" * 10)
    for code, gold in golds.items():
        questions = [one for one in gold.questions if one.shares_words is shares_words]
        if not questions:
            continue
        alone = outcomes(Library(gold.articles), questions)
        together = outcomes(mixed, questions)
        told = parted(halves_of_articles(gold), questions)
        print(
            f"| {code} | {alone.questions} | {alone.first:.3f} | {alone.three:.3f}"
            f" | {alone.sentence:.3f} | {alone.answered:.3f} | {alone.shown:.3f}"
            f" | {together.first:.3f} | {told.area:.3f} | {told.sure:.3f}"
            f" | {told.perhaps:.3f} |",
            flush=True,
        )


def _print_longer(golds: Mapping[str, Gold]) -> None:
    print("\nQuestions in the passage's words, on passages of six sentences in longer articles\n")
    print("| | questions | R@1 | sentence | answered | area | no answer, sure |")
    print("|---|" + "---|" * 6)
    for code, gold in golds.items():
        longer = lengthened(gold)
        questions = [one for one in longer.questions if one.shares_words]
        got = outcomes(Library(longer.articles), questions)
        told = parted(halves_of_articles(longer), questions)
        print(
            f"| {code} | {got.questions} | {got.first:.3f} | {got.sentence:.3f}"
            f" | {got.answered:.3f} | {told.area:.3f} | {told.sure:.3f} |",
            flush=True,
        )


def _print_dense(golds: Mapping[str, Gold]) -> None:
    print("\nQuestions on paragraphs like an encyclopedia's, beside the short articles\n")
    print("| | questions | R@1 | sentence | answered | area, half of them | no answer, sure |")
    print("|---|" + "---|" * 6)
    for code in DENSE:
        dense = as_split(read_gold(code, "dense"))
        library = Library((*dense.articles, *golds[code].articles))
        for number, article in enumerate(dense.articles):
            questions = [one for one in dense.questions if one.article == article.id]
            got = outcomes(library, questions)
            told = parted(halves_of_passages(dense), questions)
            print(
                f"| {code}{', held' if number else ''} | {got.questions} | {got.first:.3f}"
                f" | {got.sentence:.3f} | {got.answered:.3f} | {told.area:.3f} | {told.sure:.3f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
