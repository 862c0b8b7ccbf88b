"""Dialogues with the bot, and how many of them go as they should."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from bot.ingest.corpus import read_corpus
from bot.library.answering.turn import Turn
from bot.library.library import Library
from bot.library.request import News, SmallTalk, read_request
from bot.summary.summary import TopicSummary

if TYPE_CHECKING:
    from bot.library.request import Request
    from bot.retrieval.answer import Answer
    from bot.retrieval.meaning.models import Models

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A dialogue: its kind, and each message with what has to come back."""

    kind: str
    turns: tuple[tuple[str, str], ...]


def read_dialogues() -> list[Dialogue]:
    """Return the dialogues of ``dialogues.yaml``."""
    lines = yaml.safe_load((HERE / "dialogues.yaml").read_text(encoding="utf-8"))
    return [Dialogue(kind, tuple([(say, want) for say, want in turns])) for kind, *turns in lines]


def open_articles(models: Models | None = None) -> Library:
    """Return the library that the dialogues are about."""
    return Library.from_corpus(read_corpus(HERE / "articles"), models=models)


def count_right(library: Library) -> tuple[Counter[str], list[str]]:
    """Return how many dialogues of each kind are right, and what went wrong in the others."""
    right: Counter[str] = Counter()
    wrong = []
    for dialogue in read_dialogues():
        mistakes = _mistakes(dialogue, library)
        right[dialogue.kind] += not mistakes
        wrong += mistakes
    return right, wrong


def _mistakes(dialogue: Dialogue, library: Library) -> list[str]:
    turn: Turn | None = None
    mistakes = []
    for message, want in dialogue.turns:
        request = read_request(message, library, turn)
        if request is not None:
            is_right = _name_of(request) == want
        else:
            answer = library.ask(message, after=turn)
            turn = Turn.of(answer, turn)
            is_right = _is_right(answer, want)
        if not is_right:
            mistakes.append(f"{message!r} should give {want!r}")
    return mistakes


def _name_of(request: Request) -> str:
    if isinstance(request, SmallTalk):
        return f"talk:{request.kind}"
    if isinstance(request, News):
        return f"news:{request.articles[0].id}"
    if isinstance(request, TopicSummary):
        return f"topic:{request.topic}"
    return f"summary:{request.article.id}"


def _is_right(answer: Answer, want: str) -> bool:
    kind, _, rest = want.partition(":")
    if kind == "none":
        return answer.outcome == "none" and (not rest or rest in answer.articles_in)
    if kind == "parts":
        wanted, found = rest.split("|"), [part.hit.sentence_text for part in answer.parts]
        return len(wanted) == len(found) and all(map(str.__contains__, found, wanted))
    if answer.parts or not answer.shown:
        return False
    best = answer.shown[0]
    return want in (best.passage.text if answer.answered else best.sentence_text)
