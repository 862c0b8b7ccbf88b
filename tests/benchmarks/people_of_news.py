"""Measure people and roles in our own English news: ``python -m tests.benchmarks.people_of_news``.

For each set of ``tests/people/gold``, or those that are named (``kept_newsroom``), it prints how
many people are found, with intervals, and how their roles compare with the gold's.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from bot.evaluation.people import evaluate_people
from tests.people.gold_news import FOLDER, read_gold_news
from tests.people.roles.judgement import judge_roles

if TYPE_CHECKING:
    from bot.evaluation.measures import Figure


def main() -> None:
    """Print a table of the sets."""
    sets = sorted(path.stem for path in FOLDER.glob("*.txt"))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"all by default: {', '.join(sets)}")
    print("| set | people | precision | recall | roles: right | uneven | wrong | missed |")
    print("|---|---|---|---|---|---|---|---|")
    for name in parser.parse_args().sets or sets:
        print(f"| {name} | {_row(name)} |")


def _row(name: str) -> str:
    gold = read_gold_news(name)
    found = evaluate_people([news.gold for news in gold])
    figures = found.intervals()
    roles = judge_roles(gold)
    counts = (roles.right, roles.uneven, roles.wrong, roles.missed)
    cells = [str(found.found + len(found.missed))]
    cells += [_shown(figures[measure]) for measure in ("precision", "recall")]
    return " | ".join([*cells, *(str(len(some)) for some in counts)])


def _shown(figure: Figure) -> str:
    return f"{figure.value:.3f} [{figure.low:.3f}–{figure.high:.3f}]"


if __name__ == "__main__":
    main()
