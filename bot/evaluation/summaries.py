"""Measure summaries against people's own with ROUGE (Lin, 2004), beside the article's lead."""

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

    from rich.console import RenderableType

    from bot.articles.article import Article
    from bot.evaluation.gold import GoldArticle

MEASURES = {"ROUGE-1": "rouge1", "ROUGE-2": "rouge2"}
"""The measures' names, and what rouge-score calls them."""


@dataclass(frozen=True, slots=True)
class SummaryReport:
    """What summaries have in common with people's own.

    Attributes:
        articles: How many articles have a person's summary.
        words: How many words the summaries have, on average.
        summary: For each of ``MEASURES`` the F of the summaries, 0 to 1.
        lead: The same for as many words of the articles' beginnings.
        ahead: By how much each summary is ahead of the lead, on average.
    """

    articles: int
    words: float
    summary: dict[str, Figure]
    lead: dict[str, Figure]
    ahead: dict[str, Figure]

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
                )
            },
        }


def evaluate_summaries(gold: Sequence[GoldArticle], words: int | None = None) -> SummaryReport:
    """Compare summaries, and leads of as many words, with people's own summaries.

    Args:
        gold: The articles; those without a summary are passed over.
        words: How many words to ask for; as many as each person's summary has if left out.

    Raises:
        ImportError: rouge-score, of the extra ``benchmark``, is not installed.
    """
    from rouge_score.rouge_scorer import RougeScorer  # noqa: PLC0415 - an extra's

    scorer = RougeScorer(list(MEASURES.values()), use_stemmer=True)
    lengths: list[int] = []
    scores: list[tuple[list[float], list[float]]] = []
    for item in gold:
        if item.summary is None:
            continue
        asked = words or len(item.summary.split())
        summary = Library([item.article]).summary(words=asked)
        own = " ".join(sentence.text for sentence in summary.sentences)
        lengths.append(len(own.split()))
        pair = [scorer.score(item.summary, t) for t in (own, _lead(item.article, lengths[-1]))]
        first, second = ([found[key].fmeasure for key in MEASURES.values()] for found in pair)
        scores.append((first, second))
    table = np.array(scores).reshape(-1, 2, len(MEASURES))
    return SummaryReport(
        len(lengths),
        sum(lengths) / max(1, len(lengths)),
        *(
            {name: mean_figure(values[:, place]) for place, name in enumerate(MEASURES)}
            for values in (table[:, 0], table[:, 1], table[:, 0] - table[:, 1])
        ),
    )


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
    ):
        table.add_row(name, *(_percent(figures[measure]) for measure in MEASURES))
    return Group(Text(f"{report.articles} summaries of {report.words:.0f} words on average"), table)


def _percent(figure: Figure) -> str:
    return f"{100 * figure.value:.1f} [{100 * figure.low:.1f}–{100 * figure.high:.1f}]"
