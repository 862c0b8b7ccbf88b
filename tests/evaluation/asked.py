"""Questions for the tests of the evaluation."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

SQUAD = {
    "version": "v2.0",
    "data": [
        {
            "title": name,
            "paragraphs": [
                {
                    "context": f"The {name} was built in {year}. It is made of stone.",
                    "qas": [
                        {
                            "question": f"When was the {name} built?",
                            "answers": [{"text": str(year), "answer_start": 0}],
                            "is_impossible": False,
                        },
                        {"question": "Impossible?", "answers": [], "is_impossible": True},
                    ],
                }
            ],
        }
        for name, year in (("lighthouse", 1811), ("viaduct", 1902), ("orangery", 1755))
    ],
}


LISTED: list[dict[str, Any]] = [
    {
        "question": "What did the work on the bridge cost?",
        "answers": ["4.5 million"],
        "article": "bridge",
        "paragraphs": [2],
        "kind": "paraphrase",
    },
    {"question": "Where were otters seen?", "answers": ["Lune"], "kind": "paraphrase"},
    {
        "question": "and who warned of the pillar?",
        "answers": ["Tomás Ferreira"],
        "article": "bridge",
        "after": "What did the work on the bridge cost?",
        "kind": "follow-up",
    },
    {"question": "Who won the chess championship?", "answers": [], "kind": "unanswerable"},
]


def write(path: Path, content: object) -> Path:
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return path
