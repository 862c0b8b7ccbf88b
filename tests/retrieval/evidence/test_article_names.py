"""A passage of the article that has the question's name goes before one that is nearer in words."""

from __future__ import annotations

from functools import cache

import pytest

from bot.ingest.reader import parse_article
from bot.library.library import Library
from bot.retrieval.meaning.models import shipped_models

VELBY = """# New crossing for the fjord

The people of Velby have a bridge again. The mayor cut a ribbon on Monday, and a brass band played.

It took three years to build the bridge and cost 31 million crowns, of which the state paid a half.
"""
ISTRE = """# A crossing for the strait

The workers of the firm İş have left, and people on foot in Istre have a bridge.

It took four years to build the bridge and cost 12 million crowns, of which the firm paid a half.
"""
PENHOLM = """# Bridge reopens after repairs

Penholm has a bridge again. The mayor of Penholm walked over it on Monday.

The bridge cost 8 million crowns to mend, the council of the town said. What the bridge cost was \
paid by the county.
"""


@cache
def library() -> Library:
    files = {"a.md": PENHOLM, "b.md": VELBY, "c.md": ISTRE}
    made = Library(
        [parse_article(text.encode(), name) for name, text in files.items()],
        models=shipped_models(),
    )
    made.embed()
    return made


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("what did the velby bridge cost", "31 million"),
        ("what did the bridge of Velby cost?", "31 million"),
        ("what did the penholm bridge cost", "8 million"),
        ("what did the istre bridge cost", "12 million"),
    ],
)
def test_a_name_is_looked_for_in_the_whole_article(question: str, sentence: str) -> None:
    assert sentence in library().ask(question).hits[0].sentence_text
