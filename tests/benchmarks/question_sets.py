"""The sets of questions that weights are fitted on, and the one that they are only shown on."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.evaluation.questions import QuestionSet, listed_question, read_json, read_questions
from bot.ingest.corpus import read_corpus
from bot.library.analysis.embedding import wanted_models
from bot.library.library import Library
from tests.conftest import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.evaluation.questions import GoldQuestion

SHARED = PROJECT.parent / "shared" / "eval"
OWN = Path(__file__).parent / "questions"
SAMPLED = 2000
"""Questions that are drawn of a set that has more of one kind."""


def development_sets() -> dict[str, QuestionSet]:
    """Return the sets that weights are fitted on, by name."""
    squad = read_questions(SHARED / "squad-dev.json", SHARED)
    amazon = read_questions(SHARED / "shifts-amazon.json", SHARED)
    wikinews = [*read_corpus(SHARED / "wikinews").articles]
    shipped = read_corpus(PROJECT / "corpus").articles
    news = Library((*wikinews, *shipped), models=wanted_models())
    news.embed()
    return {
        "squad-dev": QuestionSet(squad.library, _drawn(squad.questions)),
        "squad-impossible": QuestionSet(squad.library, _drawn(squad.near_misses)),
        "squad-natural": QuestionSet(
            squad.library, _listed(OWN / "squad_natural.json", squad.library)
        ),
        "shifts-amazon": QuestionSet(amazon.library, _drawn(amazon.questions)),
        "natural-dev": QuestionSet(news, _listed(SHARED / "natural-dev.json", news)),
        **{f"news-{letter}": _news(f"news_{letter}") for letter in "cdflp"},
    }


def twin_sets() -> dict[str, QuestionSet]:
    """Return questions with near misses, by name, on three of the sets that weights are fitted on.

    A near miss counts as about its twin's article.
    """
    return {f"news-{letter} twins": _twins(f"news_{letter}") for letter in "flp"}


def hundreds(sets: Mapping[str, QuestionSet]) -> QuestionSet:
    """Return natural questions over all articles that there are, of every set."""
    named = {
        name: asked for name, asked in sets.items() if name not in {"squad-dev", "squad-impossible"}
    }
    articles, embeddings, questions = [], {}, []
    for name, asked in named.items():
        for article in asked.library.articles:
            passages = tuple(replace(p, id=f"{name}:{p.id}") for p in article.passages)
            renamed = replace(article, id=f"{name}:{article.id}", passages=passages)
            articles.append(renamed)
            embeddings[renamed.key] = asked.library.embeddings[article.key]
        if name == "shifts-amazon":
            continue
        questions += [
            replace(
                question,
                relevant=frozenset(f"{name}:{one}" for one in question.relevant),
                article=f"{name}:{question.article}",
            )
            for question in asked.questions
        ]
    library = Library(articles, models=wanted_models(), embeddings=embeddings)
    return QuestionSet(library, tuple(questions[::4]))


def blind_set() -> QuestionSet:
    """Return the set that figures are shown on; nothing is fitted or chosen by it."""
    return _news("news_b")


def _news(name: str) -> QuestionSet:
    return read_questions(OWN / name / "questions.json", OWN / name)


def _twins(name: str) -> QuestionSet:
    asked = read_questions(OWN / name / "twins.json", OWN / name)
    pairs = zip(asked.questions[::2], asked.questions[1::2], strict=True)
    about = [(one, replace(near, article=one.article)) for one, near in pairs]
    return QuestionSet(asked.library, tuple(itertools.chain.from_iterable(about)))


def sized_sets(asked: QuestionSet, chance: random.Random) -> Iterator[QuestionSet]:
    """Yield a set's questions over libraries of other sizes: each article, and each half.

    As many questions of other articles are asked there, too: none of their passages answers.
    """
    articles = asked.library.articles
    shuffled = chance.sample(articles, len(articles))
    for part in (*([article] for article in articles), shuffled[::2], shuffled[1::2]):
        library = asked.library.part(part)
        ids = {article.id for article in part}
        own = [question for question in asked.questions if question.article in ids]
        others = [
            replace(question, relevant=frozenset(), answers=())
            for question in asked.questions
            if question.article not in ids
        ]
        yield QuestionSet(library, (*own, *chance.sample(others, min(len(own), len(others)))))


def _listed(path: Path, library: Library) -> tuple[GoldQuestion, ...]:
    items = read_json(path)["questions"]
    return tuple(listed_question(item, place, library) for place, item in enumerate(items, 1))


def _drawn(questions: Sequence[GoldQuestion]) -> tuple[GoldQuestion, ...]:
    return tuple(random.Random(1).sample(questions, min(SAMPLED, len(questions))))
