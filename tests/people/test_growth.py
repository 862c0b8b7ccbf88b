"""Finding people takes time in proportion to the text, whatever it is made of."""

from __future__ import annotations

import string
import time
from typing import TYPE_CHECKING

import pytest

from bot.articles.article import Article, Passage
from bot.language.english.words.name_words import NAME_RULES
from bot.people.find_people import find_people_in
from bot.people.gazetteer import shipped_gazetteer
from bot.people.lookup.directory import PeopleDirectory
from bot.people.text.name_lexicon import NameLexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LEXICON = NameLexicon(shipped_gazetteer(), NAME_RULES)
GROWTH = 4
# Work that is linear grows by GROWTH, and work that is quadratic by its square.
MOST = GROWTH * 2.5


def _word(number: int) -> str:
    """Return a capitalised word that differs for each number."""
    letters = string.ascii_lowercase
    return "K" + "".join(
        letters[number // len(letters) ** place % len(letters)] for place in (0, 1, 2)
    )


def _sentences(size: int, sentence: Callable[[int], str]) -> Iterator[str]:
    return (sentence(number) for number in range(size))


TEXTS: dict[str, Callable[[int], str]] = {
    "distinct names": lambda n: " ".join(_sentences(n, lambda i: f"Ann {_word(i)} spoke.")),
    "distinct given names": lambda n: " ".join(_sentences(n, lambda i: f"{_word(i)} Lee spoke.")),
    "one initial, one surname": lambda n: " ".join(
        _sentences(n, lambda i: f"Mr Ann {_word(i)} Lee spoke.")
    ),
    "an initial that fits all": lambda n: (
        "K. Lee came. " + " ".join(_sentences(n, lambda i: f"Mr {_word(i)} Lee spoke."))
    ),
    "a bare surname": lambda n: "Ann Smith came. " + "Smith spoke. " * n,
    "a bare surname of many": lambda n: " ".join(
        _sentences(n, lambda i: f"Mr {_word(i)} Smith came. Smith spoke.")
    ),
    "a list": lambda n: "We met " + ", ".join(_sentences(n, lambda i: f"Ann {_word(i)}")) + ".",
    "one run": lambda n: " ".join(_sentences(n, _word)) + " spoke.",
    "a person of many roles": lambda n: " ".join(
        _sentences(n, lambda i: f"Ann Lee, the mayor of {_word(i)}, spoke.")
    ),
    "one long line-up": lambda n: "Rovers: " + "; ".join(_sentences(n, _word)) + ".",
    "many line-ups": lambda n: " ".join(
        _sentences(n, lambda i: f"{_word(i)}: Ann; Bee; Coe; Dee; Eve; Fay; Gil.")
    ),
    "a clause without end": lambda n: "Ann Lee, the mayor " + "of many towns " * n + "spoke.",
    "names in a clause without end": lambda n: "Ann Lee, the mayor of towns " * n + "spoke.",
    "stops": lambda n: "Mr. A. B. " * n + "Lee spoke.",
    "brackets": lambda n: "Ann Lee (the " * n,
    "dashes": lambda n: "Ann Lee " + "— " * 20 * n,
}


def _article(text: str) -> Article:
    spans = []
    start = 0
    while start < len(text):
        stop = text.find(". ", start)
        end = len(text) if stop < 0 else stop + 1
        spans.append((start, end))
        start = end + 1
    passage = Passage("a#1", 1, text, tuple(spans))
    return Article("a", "a.txt", "A title", None, None, None, None, "en", "x", (passage,))


def _fastest(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(2):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("kind", TEXTS)
def test_the_people_of_one_article(kind: str) -> None:
    def find(size: int) -> Callable[[], object]:
        article = _article(TEXTS[kind](size))
        return lambda: PeopleDirectory([(article, find_people_in(article, LEXICON))]).people

    assert _fastest(find(GROWTH * 100)) <= MOST * _fastest(find(100))
