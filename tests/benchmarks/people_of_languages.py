"""Measure people and roles in six languages: ``python -m tests.benchmarks.people_of_languages``.

For each language it prints how many people are found, of those that the gold names, and how their
roles compare with the gold's, in the articles that were looked at and in those that were kept, and
likewise in the longer ones that may be tuned on and in those that are kept.
"""

from __future__ import annotations

from tests.people.gold_news import read_gold_of_language
from tests.people.listed import CODES, LOOKED_AT, Listed, judge


def main() -> None:
    """Print a table of all languages."""
    print("| | part | precision | recall | roles: right | uneven | wrong | missed |")
    print("|---|---|---|---|---|---|---|---|")
    for code in CODES:
        gold = read_gold_of_language(code)
        parts = (
            ("looked at", gold[:LOOKED_AT]),
            ("kept", gold[LOOKED_AT:]),
            ("longer, to tune on", read_gold_of_language(code, "fitted_languages")),
            ("longer, kept", read_gold_of_language(code, "kept_languages")),
        )
        for part, some in parts:
            print(f"| {code} | {part} {_row(judge(some))}")


def _row(found: Listed) -> str:
    precision = found.right / max(1, found.right + len(found.others))
    recall = found.right / (found.right + len(found.missing))
    roles = found.roles
    counts = map(len, (roles.right, roles.uneven, roles.wrong, roles.missed))
    return f"| {precision:.3f} | {recall:.3f} | {' | '.join(map(str, counts))} |"


if __name__ == "__main__":
    main()
