from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.formats.markdown import MarkdownError, read_markdown
from bot.ingest.reader import parse_article


def texts(source: str) -> list[str]:
    return [block.text for block in read_markdown(source).blocks]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "Bills rose by **6.4 per cent**, *Powergen* said.",
            "Bills rose by 6.4 per cent, Powergen said.",
        ),
        ("It was [Monday](https://example.com/foo).[^1]\n\n[^1]: Or Tuesday.", "It was Monday."),
        ("It was Monday.[^nowhere]", "It was Monday."),
        ("A \\*star\\*, 5 &gt; 4 and `code`.", "A *star*, 5 > 4 and code."),
        ("A <b>bold</b> word<br>and <https://example.org>.", "A bold wordand https://example.org."),
        ("Two lines\nof a paragraph.", "Two lines\nof a paragraph."),
        ("A price of ~~12~~ 14 pounds.", "A price of 14 pounds."),
        ("<p>A <i>tagged</i> paragraph.</p>", "A tagged paragraph."),
        ("    An indented line.\n    Another.", "An indented line.\nAnother."),
        ("```python\nx = 1\n```", "x = 1"),
    ],
)
def test_reads_what_a_reader_sees(source: str, text: str) -> None:
    assert texts(source)[0] == text


def test_a_note_is_a_paragraph() -> None:
    source = "It was Monday.[^1]\n\nThe end.\n\n[^1]: Or *Tuesday*, some say."
    assert texts(source) == ["It was Monday.", "The end.", "Or Tuesday, some say."]


def test_a_short_list_stands_with_what_leads_in_to_it() -> None:
    source = (
        "Three things matter:\n\n- the **price**\n- the time\n  1. now\n  2. later\n- you\n\nEnd."
    )
    assert texts(source) == [
        "Three things matter:\n- the price\n- the time\n  1. now\n  2. later\n- you",
        "End.",
    ]


@pytest.mark.parametrize("end", ["", "\\", "  "])
def test_a_bold_line_above_a_paragraph_is_its_heading(end: str) -> None:
    (heading, paragraph) = read_markdown(f"**Lunch money**{end}\nIt goes up by 5p.").blocks
    assert (heading.text, heading.is_heading) == ("Lunch money", True)
    assert (paragraph.text, paragraph.is_heading) == ("It goes up by 5p.", False)


@pytest.mark.parametrize(
    "source",
    [
        "**Can I pay cash?**\nNo.",
        "**It was late.**\nNobody came.",
        "**Late** was\nhe.",
        "**Nobody came!**\nIt was late.",
        "**पुल बंद है।**\nकोई नहीं आया।",
        "**پل بند ہے۔**\nکوئی نہیں آیا۔",
    ],
)
def test_a_bold_question_or_sentence_is_no_heading(source: str) -> None:
    (paragraph,) = read_markdown(source).blocks
    assert paragraph.text == source.replace("*", "")


def test_what_an_interviewer_asks_in_bold_stands_above_the_answer() -> None:
    text = (
        "# The keeper\n\n**How did you come here?**\n\nI came here by accident.\n\nBy boat.\n\n"
        "**Were you afraid?**\n\nTwice.\n"
    )
    article = parse_article(text.encode(), "a.md")
    assert [(p.heading, p.text) for p in article.passages] == [
        ("How did you come here?", "I came here by accident."),
        ("How did you come here?", "By boat."),
        ("Were you afraid?", "Twice."),
    ]


def test_what_an_interviewer_states_in_bold_can_be_quoted() -> None:
    text = (
        "# The keeper\n\n**How did you come here?**\n\nBy accident.\n\n"
        "**You saved nine people.**\n\nThe lifeboat did.\n\n**Were you afraid?**\n\nTwice.\n"
    )
    article = parse_article(text.encode(), "a.md")
    assert "You saved nine people." in [passage.text for passage in article.passages]


def test_bold_paragraphs_are_paragraphs_where_nobody_is_interviewed() -> None:
    text = "# Storm\n\n**It was late. Who knew?**\n\nNobody came.\n\n**The end.**\n\nAll left.\n"
    article = parse_article(text.encode(), "a.md")
    assert [p.heading for p in article.passages] == [None] * 4


def test_a_bold_line_above_a_list_is_its_heading() -> None:
    text = "# News\n\nThe week was long.\n\n**Dates**\n\n* 9 May: a trip\n* 10 May: no school\n"
    article = parse_article(text.encode(), "a.md")
    assert [(p.heading, p.text) for p in article.passages] == [
        (None, "The week was long."),
        ("Dates", "* 9 May: a trip\n* 10 May: no school"),
    ]


def test_a_long_list_is_a_paragraph_an_item() -> None:
    items = [f"- the thing of the number {number} is here for all" for number in range(30)]
    assert texts("What matters:\n" + "\n".join(items)) == ["What matters:", *items]


def test_a_row_never_loses_its_headers() -> None:
    source = "| Tariff | Was | Now |\n|---|---|---|\n| **Standard** | £10 | £12 |\n| Night | | £5 |"
    (block,) = read_markdown(source).blocks
    assert block.by_line
    assert block.text == "Tariff: Standard; Was: £10; Now: £12\nTariff: Night; Now: £5"


def test_rows_of_a_long_table_are_paragraphs_with_headers() -> None:
    rows = "".join(f"| City {n} | {n} |\n" for n in range(40))
    assert texts("| City | Deaths |\n|---|---|\n" + rows)[39] == "City: City 39; Deaths: 39"


def test_a_first_row_that_says_what_the_others_say_of_something_else_is_no_header() -> None:
    (facts,) = read_markdown("| Opened | 1931 |\n|---|---|\n| Architect | Hugo Platt |").blocks
    assert facts.text == "Opened: 1931\nArchitect: Hugo Platt"
    (years,) = read_markdown("| Town | 2024 |\n|---|---|\n| Lune | 12 |\n| Tern | 9 |").blocks
    assert years.text == "Town: Lune; 2024: 12\nTown: Tern; 2024: 9"


def test_a_name_alone_above_two_columns_is_the_title_of_the_facts() -> None:
    (box,) = read_markdown("| Captain Holt | |\n|---|---|\n| Age | 51 |\n| Ship | Petrel |").blocks
    assert (box.heading, box.text) == ("Captain Holt", "Age: 51\nShip: Petrel")


def test_a_cell_with_nothing_but_a_dash_says_nothing() -> None:
    table = "| | Mon | Tue |\n|---|---|---|\n| 15:30 | – | Judo |\n| 16:30 | Chess | – |"
    assert texts(table) == ["15:30; Tue: Judo\n16:30; Mon: Chess"]


def test_a_line_across_all_columns_and_what_leads_in_are_the_headings_of_the_rows() -> None:
    source = (
        "# League\n\nThe season ended on Sunday with a draw.\n\nAfter 30 matches:\n\n"
        "| Team | Points | Goals |\n|---|---|---|\n| Ajax | 61 | 54 |\n| **Relegated** | | |\n"
        "| Lune | 22 | 25 |\n| *No others* | | |\n"
    )
    article = parse_article(source.encode(), "a.md")
    assert [(p.heading, p.text) for p in article.passages[1:]] == [
        ("After 30 matches", "Team: Ajax; Points: 61; Goals: 54"),
        ("After 30 matches – Relegated", "Team: Lune; Points: 22; Goals: 25"),
        ("After 30 matches", "No others"),
    ]


def test_what_says_more_than_a_title_stays_above_a_table() -> None:
    lead = "The fares rise. All of them are in this table, which the company has sent to us today:"
    assert texts(f"{lead}\n\n| Fare | Now |\n|---|---|\n| Adult | £7 |") == [
        lead,
        "Fare: Adult; Now: £7",
    ]


@pytest.mark.parametrize("mark", ["##", "###"])
def test_headings_stand_under_those_of_their_section(mark: str) -> None:
    text = "# Log\n\n## Two\n\n### New\n\nIt counts sheep.\n\n%s Gone\n\nIt counts no goats.\n"
    article = parse_article((text % mark).encode(), "log.md")
    assert [p.heading for p in article.passages] == [
        "Two – New",
        "Gone" if mark == "##" else "Two – Gone",
    ]


def test_reports_what_is_not_read() -> None:
    result = read_markdown(
        "![A bridge](b.jpg)\n\n<!-- To do -->\n\nIt ~~sank~~ rose <!-- sure? --> on Friday."
    )
    assert [(r.text, r.why) for r in result.removals] == [
        ("A bridge", "image"),
        ("<!-- To do -->", "comment"),
        ("sank", "struck out"),
        ("<!-- sure? -->", "comment"),
    ]


def test_prose_above_a_rule_is_no_heading() -> None:
    blocks = read_markdown("The ferry sank on Friday.\n---\nNobody was hurt.\n\nLater\n---").blocks
    assert [(b.text, b.is_heading) for b in blocks] == [
        ("The ferry sank on Friday.", False),
        ("Nobody was hurt.", False),
        ("Later", True),
    ]


def test_a_very_long_heading_is_a_paragraph() -> None:
    (block,) = read_markdown("# " + "word " * 100).blocks
    assert not block.is_heading


def test_refuses_what_is_nested_too_deeply() -> None:
    with pytest.raises(MarkdownError, match="nested too deeply"):
        read_markdown("> " * 200 + "Deep words.")


def test_thousands_of_open_brackets_are_left_as_they_are() -> None:
    source = "* [" * 20_000 + "words are here"
    (text,) = texts(source)
    assert text.count("[") == 20_000


def test_lines_without_blank_ones_between_are_paragraphs() -> None:
    source = (
        "# Title\nOne is here.\nTwo is here:\n- a\n- b\nThree is here.\n"
        "## Later\nFour is here.\nFive."
    )
    article = parse_article(source.encode(), "a.md")
    assert [p.text for p in article.passages] == [
        "One is here.",
        "Two is here:\n- a\n- b",
        "Three is here.",
        "Four is here.",
        "Five.",
    ]


@given(st.text(alphabet=st.sampled_from("abc *_`[]()!<>#-|\n1.~^&;:\\"), max_size=60))
def test_any_markdown_is_read(source: str) -> None:
    letters = [c for c in source if c.isalnum()]
    result = read_markdown(source)
    said = "".join(b.text for b in result.blocks) + "".join(r.text for r in result.removals)
    assert all(said.count(letter) <= letters.count(letter) + source.count("&") for letter in "abc")


@pytest.mark.parametrize(
    "source",
    [
        "Norvane Corp <NRV> rose, as did Sel Ltd <S> and Dorval <DRV.HKG>.",
        "It was bought by <Tollard Holdings Inc>, a unit of Pharvia AB <PHV ST>.",
        "<Frame Holdings Inc> said it would buy <Link Inc>.",
        "<Tollard Holdings Inc> said it would buy <TD>.",
    ],
)
def test_companies_and_shares_in_angle_brackets_are_quoted(source: str) -> None:
    article = parse_article(f"# News <NWS>\n\n{source}\n".encode(), "a.md")
    assert (article.title, article.passages[0].text) == ("News <NWS>", source)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("- Norvane <NRV>\n- <Tollard Inc>", "- Norvane <NRV>\n- <Tollard Inc>"),
        ("| Share | Price |\n|---|---|\n| Norvane <NRV> | 5 |", "Share: Norvane <NRV>; Price: 5"),
        ('A <B>bold</B> <FONT COLOR="red">red</FONT> word.', "A bold red word."),
        ("A line<BR>and <my-mark>marked</my-mark> <Chart/>words.", "A lineand marked words."),
        ("<DIV>\n<P>A paragraph by <Tollard Inc>.</P>\n</DIV>", "A paragraph by <Tollard Inc>."),
    ],
)
def test_tags_are_told_from_what_stands_in_angle_brackets(source: str, text: str) -> None:
    assert texts(source)[0].strip() == text
