"""Why a file can't be an article."""

from __future__ import annotations

from dataclasses import dataclass


class RefusedFileError(Exception):
    """A file can't be an article; the message says how to fix it.

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
    """A refused file: its path in the corpus folder, and the reason as a sentence."""

    file: str
    reason: str
