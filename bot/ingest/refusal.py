"""Why a file can't be an article."""

from __future__ import annotations

from dataclasses import dataclass

NO_PROSE = "it has no prose: below the title there must be at least one whole sentence"
NO_ARTICLE = "no article text was found in the page: save the article's own page, or as .txt"


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
