"""Messy files as people drop them in, each with what should be read of it beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.ingest.reader import parse_article

FILES = Path(__file__).parent / "files"
NAMES = sorted(path.stem for path in FILES.glob("*.json"))


def test_there_are_twenty() -> None:
    assert len(NAMES) == 20
    assert {path.name for path in FILES.iterdir() if path.suffix != ".json"} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_reads_what_a_person_would(name: str) -> None:
    wanted = json.loads((FILES / f"{name}.json").read_text(encoding="utf-8"))
    article = parse_article((FILES / name).read_bytes(), name)
    assert {
        "title": article.title,
        "author": article.author,
        "source": article.source,
        "date": article.date.isoformat() if article.date else None,
        "url": article.url,
        "language": article.language,
        "passages": [
            {"number": p.number, "heading": p.heading, "text": p.text} for p in article.passages
        ],
        "removed": [{"why": r.why, "text": r.text} for r in article.removals],
    } == wanted
