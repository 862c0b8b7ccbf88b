"""What the reader is trained on: questions with the passage that answers, and hard negatives.

From ``../shared/eval``: SQuAD's questions, also the impossible ones, and a few on product reviews.
From ``tests/benchmarks/questions``: natural questions on SQuAD's articles and on invented news, and
twins: a question with one that sounds alike and that the same passage doesn't answer.
``natural-dev``, the sets of news that ``NEWS`` doesn't name and some articles of the other sets
(``HELD_OUT``) are never read here, so that what the reader's findings weigh can be fitted on
articles that it doesn't know.
"""

from __future__ import annotations

import collections
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from bot.language.plain_text import word_set
from bot.library import Library
from bot.retrieval.meaning.encoder import Encoder

SHARED = Path("../shared/eval")
QUESTIONS = Path(__file__).parent / "questions"
HELD_OUT = frozenset({"Steam_engine", "Scottish_Parliament", "Warsaw", "Force"})
"""The articles of SQuAD's that the reader never sees, by title."""

NEWS = tuple(f"news_{letter}" for letter in "acdeijkmno")
HELD_OUT_NEWS = frozenset(
    {
        "bronze-leopard",
        "cycling-stage",
        "cyclist-obituary",
        "lantern-launch",
        "museum-trial",
        "rail-tunnel",
        "shield-final",
        "sturgeon-wreck",
    }
)
"""The invented articles that it never sees, by id."""

NEGATIVES = 8
NEAREST = 3
"""How many of a paragraph's impossible questions, the likest, are a question's near misses."""
_REVIEWS = 3500
_WORD = re.compile(r"[a-z0-9]+")
SMALL_WORDS = word_set("the a an of to in and is was were are be it that for on by with")
_STOP = SMALL_WORDS | word_set("as at from this did do does what who when where how why which")


@dataclass
class Asked:
    """A question, where in its corpus the answers stand, and what isn't answered there."""

    text: str
    source: str
    gold: list[int]
    spans: list[tuple[int, int] | None]
    answers: list[str]
    near_misses: list[str] = field(default_factory=list)


@dataclass
class Group:
    """A question with passages that answer, and passages that don't: (title, text).

    The near misses are questions that the passages that answer this one don't answer.
    """

    question: str
    source: str
    positives: list[tuple[str, str, tuple[int, int]]]
    negatives: list[tuple[str, str]]
    near_misses: list[str]


class WordSearch:
    """Rank texts by BM25 over plain words."""

    def __init__(self, texts: list[str]) -> None:
        counts = [collections.Counter(terms(text)) for text in texts]
        lengths = np.array([sum(count.values()) for count in counts])
        self._norm = 1.2 * (0.25 + 0.75 * lengths / lengths.mean())
        self._postings: dict[str, list[tuple[int, int]]] = collections.defaultdict(list)
        for place, count in enumerate(counts):
            for word, times in count.items():
                self._postings[word].append((place, times))

    def scores(self, question: str) -> Any:
        """Score every text."""
        scores = np.zeros(len(self._norm))
        for word in sorted(set(terms(question))):
            found = self._postings.get(word, [])
            rarity = np.log(1 + (len(scores) - len(found) + 0.5) / (len(found) + 0.5))
            for place, times in found:
                scores[place] += rarity * 2.2 * times / (times + self._norm[place])
        return scores


def terms(text: str) -> list[str]:
    """Split into words without the commonest, and without a plural's s."""
    words = (word for word in _WORD.findall(text.lower()) if word not in _STOP)
    return [word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words]


def collect() -> list[Group]:
    """Collect the groups of all sources."""
    encoder = Encoder()
    corpus, asked = squad()
    groups = with_negatives(asked, corpus, encoder)
    for name in NEWS:
        corpus, asked = news(QUESTIONS / name)
        groups += with_negatives(asked, corpus, encoder)
    return groups + reviews()


def squad() -> tuple[list[tuple[str, str]], list[Asked]]:
    """Read SQuAD's own questions, and the natural ones on its articles."""
    corpus: list[tuple[str, str]] = []
    place: dict[tuple[str, int], int] = {}
    asked: list[Asked | None] = []
    documents = json.loads((SHARED / "squad-dev.json").read_text())["data"]
    for position, article in enumerate(documents, start=1):
        if article["title"] in HELD_OUT:
            continue
        for number, paragraph in enumerate(article["paragraphs"], start=1):
            place[f"article-{position}", number] = len(corpus)
            asked += of_paragraph(paragraph["qas"], len(corpus))
            corpus.append((article["title"].replace("_", " "), paragraph["context"]))
    read = {article_id for article_id, _ in place}
    for question in json.loads((QUESTIONS / "squad_natural.json").read_text())["questions"]:
        if question["article"] in read:
            gold = [place[question["article"], n] for n in question["paragraphs"]]
            asked.append(natural(question, gold, corpus, "natural"))
    asked += twins(QUESTIONS / "squad_twins.json", place, corpus)
    return corpus, [one for one in asked if one is not None]


def of_paragraph(questions: list[dict[str, Any]], place: int) -> list[Asked]:
    """Read a paragraph's questions; those that are impossible are the others' near misses."""
    asked = [of_squad(question, place) for question in questions]
    impossible = [one.text for one in asked if one.source == "impossible"]
    for one in asked:
        if one.source == "squad":
            words = set(terms(one.text))
            one.near_misses = sorted(
                impossible, key=lambda other: -len(words.intersection(terms(other)))
            )[:NEAREST]
    return asked


def of_squad(question: dict[str, Any], place: int) -> Asked:
    """Read one of SQuAD's questions, with the answer that most annotators gave."""
    given = collections.Counter((a["answer_start"], a["text"]) for a in question["answers"])
    texts = [answer["text"] for answer in question["answers"]]
    if not given:
        return Asked(question["question"].strip(), "impossible", [place], [None], texts)
    start, text = given.most_common(1)[0][0]
    span = (start, start + len(text))
    return Asked(question["question"].strip(), "squad", [place], [span], texts)


def natural(
    question: dict[str, Any], gold: list[int], corpus: list[tuple[str, str]], source: str
) -> Asked | None:
    """Read a natural question; None where no passage has its answer's words."""
    text = " ".join(part for part in (question.get("after"), question["question"]) if part)
    answers = question["answers"] or []
    spans = [find(corpus[place][1], answers) for place in gold]
    if gold and not any(spans):
        return None
    return Asked(text, source if gold else f"{source}-none", gold, spans, answers)


def twins(
    path: Path, places: dict[tuple[Any, ...], int], corpus: list[tuple[str, str]]
) -> list[Asked]:
    """Read the twins on the articles that have places; none where there is no such file."""
    questions = json.loads(path.read_text())["questions"] if path.exists() else []
    near_misses = {question.get("twin_of"): question["question"] for question in questions}
    asked = []
    for question in questions:
        place = places.get((question["article"], *question["paragraphs"]))
        one = natural(question, [place], corpus, "twins") if place is not None else None
        if one:
            one.near_misses = [near_misses[question["id"]]]
            asked.append(one)
    return asked


def find(text: str, answers: list[str]) -> tuple[int, int] | None:
    """Find the first of the answers that the text has."""
    for answer in answers:
        start = text.find(answer)
        if start >= 0:
            return start, start + len(answer)
    return None


def news(folder: Path) -> tuple[list[tuple[str, str]], list[Asked]]:
    """Read the articles of a folder that are not held out, and the questions on them.

    Questions without an answer name no article: they stay where the articles held out have none
    to give.
    """
    corpus: list[tuple[str, str]] = []
    places: dict[tuple[str, int], list[int]] = collections.defaultdict(list)
    for article in Library.from_folder(folder).articles:
        if article.id in HELD_OUT_NEWS:
            continue
        for passage in article.passages:
            places[article.id, passage.number].append(len(corpus))
            corpus.append((article.title, passage.text))
    asked: list[Asked | None] = []
    for question in json.loads((folder / "questions.json").read_text())["questions"]:
        if question["article"] in HELD_OUT_NEWS:
            continue
        numbers = question["paragraphs"] or []
        gold = [place for n in numbers for place in places[question["article"], n]]
        asked.append(natural(question, gold, corpus, folder.name))
    asked += twins(folder / "twins.json", {at: found[0] for at, found in places.items()}, corpus)
    return corpus, [one for one in asked if one is not None]


def reviews() -> list[Group]:
    """Read questions on product reviews; other reviews with the same words are the negatives."""
    rng = np.random.default_rng(17)
    corpus: list[tuple[str, str]] = []
    asked: list[Asked | None] = []
    for article in json.loads((SHARED / "shifts-amazon.json").read_text())["data"]:
        for paragraph in article["paragraphs"]:
            corpus.append(("", paragraph["context"]))
            asked += [of_squad(q, len(corpus) - 1) for q in paragraph["qas"] if q["answers"]]
    words = WordSearch([text for _, text in corpus])
    groups = []
    for place in rng.permutation(len(asked))[:_REVIEWS]:
        one = asked[place]
        order = np.argsort(-words.scores(one.text), kind="stable")[:12]
        groups.append(group(one, corpus, [int(i) for i in order], "review", slice(2, 6)))
    return groups


def with_negatives(
    asked: list[Asked], corpus: list[tuple[str, str]], encoder: Encoder
) -> list[Group]:
    """Add to each question the passages ranked first that don't answer it."""
    texts = [f"{title}. {text}" for title, text in corpus]
    words, vectors = WordSearch(texts), encoder.embed(texts)
    questions = encoder.embed([one.text for one in asked])
    groups = []
    for one, vector in zip(asked, questions, strict=True):
        order = joint_order(words.scores(one.text), vectors @ vector)
        groups.append(group(one, corpus, order, one.source, slice(NEGATIVES)))
    return groups


def group(
    one: Asked, corpus: list[tuple[str, str]], order: list[int], source: str, which: slice
) -> Group:
    """Take those passages of an order for negatives that have none of the answers."""
    answers = [answer.lower() for answer in one.answers]
    free = [
        corpus[place]
        for place in order
        if place not in one.gold and not any(a in corpus[place][1].lower() for a in answers)
    ]
    spans = zip(one.gold, one.spans, strict=True)
    positives = [(*corpus[place], span) for place, span in spans if span is not None]
    negatives = free[which]
    if source == "impossible":
        negatives = [corpus[place] for place in one.gold]
    return Group(one.text, source, positives, negatives, one.near_misses)


def joint_order(words: Any, meaning: Any) -> list[int]:
    """Order the two lists' first twenty by the sum of their reciprocal ranks."""
    sums: dict[int, float] = collections.defaultdict(float)
    for scores in (words, meaning):
        for rank, place in enumerate(np.argsort(-scores, kind="stable")[:20]):
            sums[int(place)] += 1 / (4 + rank)
    return sorted(sums, key=lambda place: -sums[place])
