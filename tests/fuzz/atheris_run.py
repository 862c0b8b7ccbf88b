"""Fuzz for long: ``python -m tests.fuzz.atheris_run "front matter" -max_total_time=600``.

Needs atheris (``pip install atheris``), which is not among the extras: it has no wheels for every
Python. What follows the target's name goes to libFuzzer; ``-timeout=10`` says that a document
that takes over ten seconds is a finding, ``-rss_limit_mb=1500`` the same of memory.
"""

from __future__ import annotations

import importlib
import sys

import atheris

with atheris.instrument_imports(include=["bot"]):
    for module in ("feed", "markdown", "page", "pdf", "word_document"):  # loaded on demand
        importlib.import_module(f"bot.ingest.formats.{module}")
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Run one target until it fails or its time is up."""
    name, *options = sys.argv[1:]
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
