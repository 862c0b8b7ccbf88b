"""Headings and lists within a paragraph, as people write notices, releases and letters."""

from __future__ import annotations

from bot.ingest.reader import parse_article

NOTICE = """\
Dear parents and carers,

Here is what you need to know about the trip to Fellgate Hall. Please read it all!

WHEN
We leave on Monday 8 March at 9.00am.

COST
The trip costs £310.
You can pay in three instalments:
- £100 by 20 November
- £110 by 15 January, with
  the form
- £100 by 19 February
Families who get free school meals pay £90.

WHAT TO BRING
• a torch
• a sleeping bag

About Fellgate Hall
Fellgate Hall was founded in 1974 by Arthur Bell and has forty beds in two houses by the lake.
"""


def passages(text: str, name: str = "notice.txt") -> list[tuple[str | None, list[str]]]:
    """Return the heading and the sentences of each passage of a file."""
    return [
        (one.heading, [one.text[start:end] for start, end in one.sentences])
        for one in parse_article(text.encode(), name).passages
    ]


def test_a_notice_is_read_with_its_headings_and_lists() -> None:
    assert passages(NOTICE)[1:] == [
        ("WHEN", ["We leave on Monday 8 March at 9.00am."]),
        (
            "COST",
            [
                "The trip costs £310.",
                "You can pay in three instalments:",
                "- £100 by 20 November",
                "- £110 by 15 January, with the form",
                "- £100 by 19 February",
                "Families who get free school meals pay £90.",
            ],
        ),
        (None, ["WHAT TO BRING\n• a torch\n• a sleeping bag"]),
        (
            "About Fellgate Hall",
            [
                "Fellgate Hall was founded in 1974 by Arthur Bell and has forty beds in two houses "
                "by the lake."
            ],
        ),
    ]


def test_bullets_that_markdown_does_not_know_are_a_list_there_too() -> None:
    assert passages("# Trip\n\nIt is soon. Bring:\n• a torch\n• a bag\n", "trip.md") == [
        (None, ["It is soon.", "Bring:", "• a torch", "• a bag"])
    ]


def test_the_number_of_an_item_is_no_sentence() -> None:
    assert passages("# Recall\n\nDo this:\n\n1. Check the pack.\n2. Don't eat it.\n", "a.md") == [
        (None, ["Do this:", "1. Check the pack.", "2. Don't eat it."])
    ]


def test_items_that_stand_apart_are_one_list() -> None:
    text = "Trip\n\nIt is soon. Bring:\n\n- a torch\n\n- a bag\n\nWe will be there."
    assert passages(text) == [
        (None, ["It is soon.", "Bring:", "- a torch", "- a bag"]),
        (None, ["We will be there."]),
    ]


def test_what_somebody_says_behind_dashes_stays_as_it_stands() -> None:
    text = "Trip\n\nWe talked for long.\n\n— Where is it?\n\n— At home.\n\nThat was all."
    assert len(passages(text)) == 4


def test_wrapped_prose_has_no_heading() -> None:
    text = (
        "The dam\n\nEngineers began lowering the water behind the dam of\n"
        "Kessel after divers found a crack in its face, which\nthe mayor had feared for years.\n\n"
        "Nobody was hurt, and Mayor\nPell thanked them all."
    )
    assert [heading for heading, _ in passages(text)] == [None, None]


def test_a_line_of_facts_is_no_heading() -> None:
    text = "# Corvo Two\n\n**Verdict: 8/10** | **Price: £229**\n\nThey are good headphones.\n"
    assert passages(text, "review.md")[0] == (None, ["Verdict: 8/10 | Price: £229"])


def test_a_question_in_another_script_is_no_heading_of_the_line_below_it() -> None:
    below = "The bus leaves at nine from the gate beside the old hall, whatever falls."
    text = f"{NOTICE}\n天気はどうですか？\n{below}\n"
    assert passages(text)[-1][0] != "天気はどうですか？"


def test_lines_that_no_margin_ends_say_one_thing_each() -> None:
    text = (
        "Winter Cup\n\nIt was played on two days in the Corn Exchange, before a full house.\n\n"
        "Semi-finals\nHexa 2-0 Moth\nCorvid 2-1 Ludo\n\n"
        "STAFF\nHead judge - Ines Marsh\nScores - Joop Holt\n"
    )
    assert passages(text)[1:] == [
        ("Semi-finals", ["Hexa 2-0 Moth", "Corvid 2-1 Ludo"]),
        ("STAFF", ["Head judge - Ines Marsh", "Scores - Joop Holt"]),
    ]


def test_lines_are_told_from_the_lines_of_wrapped_prose() -> None:
    text = (
        "Winter Cup\n\nIt was played on two days in the Corn Exchange, before\na full house in May."
        "\n\nHead judge: Ines Marsh\nScores: Joop Holt\n"
    )
    prose, facts = parse_article(text.encode(), "cup.txt").passages
    assert not prose.is_by_line
    assert facts.is_by_line
