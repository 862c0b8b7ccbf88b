"""What speaks for the sentences of an article."""

from __future__ import annotations

from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.summary.scores import score
from bot.summary.sentences import candidates_of, sentences_of

OPENING = "The mills of Lune must tell their bakers when the price of oats rises, a judge said."
SCENE = "The old wheel turns slowly, and flour hangs in the air like snow."
POINT = "The mills of Lune must tell their bakers by Monday when the price of oats rises."
BEHIND = "The mills sell oats to bakers.\n\nThe bakers of Hask sell bread.\n\nBread is cheap."


def first_score(opening: str, words: int) -> float:
    """Return what speaks for the first sentence where so many of 400 words are wanted."""
    article = parse_article(f"Mills told to warn\n\n{opening}\n\n{BEHIND}\n".encode(), "a.txt")
    pack = pack_for("en")
    every = sentences_of((article, passage) for passage in article.passages)
    candidates = candidates_of(every, pack.analyser)
    return float(score(candidates, article, pack, (words, 400), [()] * len(candidates))[0])


def test_the_opening_counts_more_in_a_longer_summary() -> None:
    below, above = first_score(OPENING, 99), first_score(OPENING, 100)
    assert above > below


def test_an_opening_scene_does_not() -> None:
    scene = f"{SCENE}\n\n{POINT}"
    below, above = first_score(scene, 99), first_score(scene, 100)
    assert above < below


def test_what_is_mostly_somebodys_words_counts_less() -> None:
    quoted = OPENING.replace("The mills", "“The mills").replace("rises,", "rises,”")
    assert first_score(quoted, 50) < first_score(OPENING, 50) - 0.5
