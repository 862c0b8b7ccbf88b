"""Measure how many of the people in articles are found, against lists that people made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rich.console import Group
from rich.text import Text

from bot.evaluation.measures import Figure, ratio_figure
from bot.language.plain_text import plain
from bot.library.library import Library
from bot.people.gazetteer import entry_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from bot.evaluation.gold import GoldArticle

_NAMES = {"precision": "precision", "recall": "recall", "f1": "F1"}


@dataclass(frozen=True, slots=True)
class PeopleReport:
    """The people who were found, and who were not.

    Attributes:
        found: How many of the people listed were found.
        missed: Those who were not, each with the article's file.
        wrong: Those who were found and are nobody, each with the article's file.
        by_article: For each article how many were found, missed and wrong.
    """

    found: int
    missed: tuple[tuple[str, str], ...]
    wrong: tuple[tuple[str, str], ...]
    by_article: tuple[tuple[int, int, int], ...] = ()

    @property
    def precision(self) -> float:
        """The share of those found who are listed, 0 to 1."""
        return self.found / max(1, self.found + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of those listed who were found, 0 to 1."""
        return self.found / max(1, self.found + len(self.missed))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        return 2 * self.found / max(1, 2 * self.found + len(self.wrong) + len(self.missed))

    def intervals(self) -> dict[str, Figure]:
        """Return precision, recall and F1, each with its interval over resampled articles."""
        counts = np.array(self.by_article, dtype=np.float64).reshape(-1, 3)
        return {
            "precision": ratio_figure(counts[:, 0], counts[:, 0] + counts[:, 2]),
            "recall": ratio_figure(counts[:, 0], counts[:, 0] + counts[:, 1]),
            "f1": ratio_figure(2 * counts[:, 0], 2 * counts[:, 0] + counts[:, 1] + counts[:, 2]),
        }

    def to_dict(self) -> dict[str, object]:
        """Return the report as a JSON object."""
        return {
            "people": self.found + len(self.missed),
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "intervals": {name: figure.to_dict() for name, figure in self.intervals().items()},
            "missed": [{"article": file, "name": name} for file, name in self.missed],
            "wrong": [{"article": file, "name": name} for file, name in self.wrong],
        }


def evaluate_people(gold: Sequence[GoldArticle]) -> PeopleReport:
    """Compare the people found in each article alone with those listed for it.

    A person is found where any form of the name is one that is listed; case and accents don't
    count.
    """
    found = 0
    missed: list[tuple[str, str]] = []
    wrong: list[tuple[str, str]] = []
    by_article: list[tuple[int, int, int]] = []
    for item in gold:
        if item.people is None:
            continue
        before = found, len(wrong)
        left = [(forms, {entry_of(form) for form in forms}) for forms in item.people]
        known = {form for _, forms in left for form in forms}
        people = Library([item.article]).who().people
        for person in sorted(people, key=lambda found: entry_of(found.name) not in known):
            names = {entry_of(form) for form in (person.name, *person.aliases)}
            match = _match(entry_of(person.name), names, left)
            if match is None:
                wrong.append((item.article.file, person.name))
            else:
                found += 1
                left.remove(match)
        missed.extend((item.article.file, max(forms, key=len)) for forms, _ in left)
        by_article.append((found - before[0], len(left), len(wrong) - before[1]))
    return PeopleReport(found, tuple(missed), tuple(wrong), tuple(by_article))


def _match(
    name: str, names: set[str], listed: list[tuple[frozenset[str], set[str]]]
) -> tuple[frozenset[str], set[str]] | None:
    """Return whom somebody found is: who is listed by the name itself, or else by another form."""
    by_name = (entry for entry in listed if name in entry[1])
    by_form = (entry for entry in listed if entry[1] & names)
    return next(by_name, None) or next(by_form, None)


def show_people_report(report: PeopleReport) -> RenderableType:
    """Show a report in a terminal."""
    parts = [
        Text(f"{report.found + len(report.missed)} people listed"),
        Text(
            ", ".join(
                f"{_NAMES[name]} {figure.value:.3f} [{figure.low:.3f}–{figure.high:.3f}]"
                for name, figure in report.intervals().items()
            ),
            style="bold",
        ),
    ]
    for title, people in (("Missed", report.missed), ("Nobody", report.wrong)):
        if people:
            parts.append(Text(f"{title}:"))
            parts.extend(Text(f"  {plain(name)} ({plain(file)})") for file, name in people)
    return Group(*parts)
