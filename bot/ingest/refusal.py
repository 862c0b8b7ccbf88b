"""Why a file can't be an article."""

from __future__ import annotations

from dataclasses import dataclass


class RefusedFileError(Exception):
    """Tell that a file can't be an article, and what would mend it.

    Attributes:
        file: The path in the corpus folder, with forward slashes.
        reason: A sentence for the admin.
    """

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Refusal:
    """Report a refused file as a value."""

    file: str
    reason: str
