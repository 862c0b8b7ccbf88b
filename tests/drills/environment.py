"""What the processes that drills start find in their environment."""

from __future__ import annotations

import os


def environment(**settings: str) -> dict[str, str]:
    """Return this process's environment and further settings, without what measures coverage.

    Measuring doubles what a start takes, and a process that is killed keeps none of it.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("COVERAGE_PROCESS_")
    }
    return kept | settings
