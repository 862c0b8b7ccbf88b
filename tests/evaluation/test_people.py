from __future__ import annotations

from bot.evaluation.gold import GoldArticle
from bot.evaluation.people import evaluate_people
from bot.ingest.reader import parse_article

TEXT = "A title\n\nMayor Ann Lee met Tomás Ferreira on Monday. {} It rained for hours on end.\n"


def _gold(file: str, more: str, *names: str) -> GoldArticle:
    article = parse_article(TEXT.format(more).encode(), file)
    return GoldArticle(article, tuple(frozenset({name}) for name in names), None)


def test_figures_come_with_intervals_over_the_articles() -> None:
    report = evaluate_people(
        [
            _gold("a.txt", "", "Ann Lee", "Tomás Ferreira"),
            _gold("b.txt", "Jane Carter, a vet, said nothing.", "Ann Lee", "Tomás Ferreira"),
            _gold("c.txt", "", "Ann Lee", "Tomás Ferreira", "Nobody Named"),
        ]
    )
    assert (report.found, len(report.wrong), len(report.missed)) == (6, 1, 1)
    intervals = report.intervals()
    assert intervals["precision"].value == report.precision == 6 / 7
    assert intervals["recall"].value == report.recall == 6 / 7
    assert intervals["f1"].value == report.f1
    for figure in intervals.values():
        assert figure.low <= figure.value <= figure.high == 1
    assert report.to_dict()["intervals"]


def test_of_no_articles_there_are_no_figures() -> None:
    assert {figure.value for figure in evaluate_people([]).intervals().values()} == {0.0}
