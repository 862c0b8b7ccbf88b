"""Measure summaries against human ones with ROUGE (Lin, 2004), beside the article's lead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rich.console import Group
from rich.table import Table
from rich.text import Text

from bot.evaluation.measures import Figure, mean_figure
from bot.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from rich.console import RenderableType
    from rouge_score.rouge_scorer import RougeScorer

    from bot.articles.article import Article
    from bot.evaluation.gold import GoldArticle

LENGTHS = (0.7, 0.85, 1.0, 1.15, 1.35, 1.6)
"""Lengths, in a person's summary's words, at which summaries are compared with leads as well.

At one length, which whole sentences happen to fit decides much of the difference.
"""

MEASURES = {"ROUGE-1": "rouge1", "ROUGE-2": "rouge2"}
"""The measures' names, and what rouge-score calls them."""


@dataclass(frozen=True, slots=True)
class SummaryReport:
    """How similar summaries are to people's own.

    Attributes:
        articles: How many articles have a person's summary.
        words: How many words the summaries have, on average.
        summary: For each of ``MEASURES`` the F of the summaries, 0 to 1.
        lead: The same for as many words of the articles' beginnings.
        ahead: By how much each summary is ahead of the lead, on average.
        ahead_at_lengths: The same, averaged over ``LENGTHS`` for each article.
    """

    articles: int
    words: float
    summary: dict[str, Figure]
    lead: dict[str, Figure]
    ahead: dict[str, Figure]
    ahead_at_lengths: dict[str, Figure]

    def to_dict(self) -> dict[str, object]:
        """Return the report as a JSON object."""
        return {
            "articles": self.articles,
            "words": round(self.words, 1),
            **{
                name: {measure: figure.to_dict() for measure, figure in figures.items()}
                for name, figures in (
                    ("summary", self.summary),
                    ("lead", self.lead),
                    ("ahead", self.ahead),
                    ("ahead_at_lengths", self.ahead_at_lengths),
                )
            },
        }


def evaluate_summaries(gold: Sequence[GoldArticle]) -> SummaryReport:
    """Compare summaries, and leads of as many words, with people's own summaries.

    As many words are asked for as each person's summary has.

    Args:
        gold: The articles; those without a summary are passed over.

    Raises:
        ImportError: rouge-score, of the extra ``benchmark``, is not installed.
    """
    from rouge_score.rouge_scorer import RougeScorer  # noqa: PLC0415 - an extra's

    scorer = RougeScorer(list(MEASURES.values()), use_stemmer=True)
    compared: list[_Compared] = []
    at_lengths: list[NDArray[np.float64]] = []
    for item in gold:
        if item.summary is None:
            continue
        asked = len(item.summary.split())
        compared.append(_compare(item.article, item.summary, asked, scorer))
        others = [
            _compare(item.article, item.summary, int(asked * length), scorer) for length in LENGTHS
        ]
        at_lengths.append(np.mean([one.own - one.lead for one in others], axis=0))
    shape = (-1, len(MEASURES))
    own = np.array([one.own for one in compared]).reshape(shape)
    lead = np.array([one.lead for one in compared]).reshape(shape)
    return SummaryReport(
        len(compared),
        sum(one.words for one in compared) / max(1, len(compared)),
        *(
            {name: mean_figure(values[:, place]) for place, name in enumerate(MEASURES)}
            for values in (own, lead, own - lead, np.array(at_lengths).reshape(shape))
        ),
    )


@dataclass(frozen=True, slots=True)
class _Compared:
    """A summary of so many words, and how near it and a lead as long come to a person's own."""

    words: int
    own: NDArray[np.float64]
    lead: NDArray[np.float64]


def _compare(article: Article, by_person: str, words: int, scorer: RougeScorer) -> _Compared:
    summary = Library([article]).summary(words=words)
    own = " ".join(sentence.text for sentence in summary.sentences)
    length = len(own.split())
    first, second = (
        np.array([found[key].fmeasure for key in MEASURES.values()])
        for found in (scorer.score(by_person, text) for text in (own, _lead(article, length)))
    )
    return _Compared(length, first, second)


def _lead(article: Article, words: int) -> str:
    text = " ".join(passage.text for passage in article.passages)
    return " ".join(text.split()[:words])


def show_summary_report(report: SummaryReport) -> RenderableType:
    """Show a report in a terminal, in percent."""
    table = Table("", *MEASURES, box=None, header_style="dim", pad_edge=False)
    for name, figures in (
        ("Footnote", report.summary),
        ("lead, as many words", report.lead),
        ("ahead by", report.ahead),
        ("ahead by, over six lengths", report.ahead_at_lengths),
    ):
        table.add_row(name, *(_percent(figures[measure]) for measure in MEASURES))
    return Group(Text(f"{report.articles} summaries of {report.words:.0f} words on average"), table)


def _percent(figure: Figure) -> str:
    return f"{100 * figure.value:.1f} [{100 * figure.low:.1f}–{100 * figure.high:.1f}]"
