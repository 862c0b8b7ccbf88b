"""What is read of a PDF."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from bot.ingest.document_reader import Document, read_document
from bot.ingest.formats.pdf import PdfError, read_pdf
from bot.ingest.formats.pdf_tables import with_items, with_tables
from bot.ingest.reader import parse_article
from bot.ingest.refusal import RefusedFileError
from tests.ingest.written_files import pdf

LINES = (
    "Lighthouse is sold",
    "",
    "The lighthouse on Gull Rock was sold on Friday for 80,000 pounds to a retired",
    "teacher, Maren Holt, who wants to open a small library in its tower and to keep",
    "the lamp burn-",
    "ing through the winter.",
    "The council had tried to sell it twice before, and twice no buyer could be found",
    "who would promise to keep its door open.",
)


def test_the_lines_of_a_paragraph_are_joined() -> None:
    article = parse_article(pdf(LINES), "gull rock.pdf")
    assert article.title == "Lighthouse is sold"
    assert [passage.text for passage in article.passages] == [
        "The lighthouse on Gull Rock was sold on Friday for 80,000 pounds to a retired teacher, "
        "Maren Holt, who wants to open a small library in its tower and to keep the lamp burning "
        "through the winter.",
        "The council had tried to sell it twice before, and twice no buyer could be found who "
        "would promise to keep its door open.",
    ]


TIMETABLE = (
    "Clubs in spring",
    "Clubs begin in the second week of the term and end in the last week but one of it.",
    "Week by week",
    "Club           Day            Led by",
    "Judo           Monday         Maren Holt",
    "Film club      Friday         Jane Roe",
    "Free of charge",
    "    Film club",
    "    Chess club",
)


def test_the_rows_of_a_table_and_the_items_of_a_list_are_read_one_by_one() -> None:
    article = parse_article(pdf(TIMETABLE), "clubs.pdf")
    read = [
        (one.heading, [one.text[slice(*span)] for span in one.sentences])
        for one in article.passages[1:]
    ]
    assert read == [
        (
            "Week by week",
            [
                "Club: Judo; Day: Monday; Led by: Maren Holt",
                "Club: Film club; Day: Friday; Led by: Jane Roe",
            ],
        ),
        ("Free of charge", ["• Film club", "• Chess club"]),
    ]


def test_the_columns_of_a_newspaper_are_no_table() -> None:
    left = ("The ferry was sold", "on Friday to a firm", "from Tidewell, which", "will paint it.")
    right = ("The lighthouse is to", "become a library in", "which nobody has to", "whisper.")
    beside = "\n".join(f"{one:<30}{other}" for one, other in zip(left, right, strict=True))
    lines = [*left, *right]
    assert with_tables(lines, beside) == lines


def test_a_cell_may_go_on_below_itself() -> None:
    laid_out = "Day    Dish\nMon    Soup with\n       bread\nTue    Fish\n"
    lines = ["Day", "Dish", "Mon", "Soup with", "bread", "Tue", "Fish"]
    told = [line for line in with_tables(lines, laid_out) if line]
    assert told == ["Day: Mon; Dish: Soup with bread\nDay: Tue; Dish: Fish"]


def test_indented_prose_is_no_list() -> None:
    lines = ["He wrote in his will:", "I leave my boat to the town and", "my lamp to Maren."]
    laid_out = f"{lines[0]}\n    {lines[1]}\n    {lines[2]}"
    assert with_items(lines, laid_out) == lines


def test_a_page_of_very_many_tables_keeps_every_line() -> None:
    cells = [(f"Day {table}", f"Dish {table}{row}") for table in range(60) for row in range(3)]
    shown = [
        f"{day}{' ' * (3 + number // 3 % 7)}{dish}" for number, (day, dish) in enumerate(cells)
    ]
    told = " ".join(with_tables([cell for row in cells for cell in row], "\n".join(shown)))
    assert all(dish in told for _, dish in cells)


@given(st.lists(st.text("ab  \n•–0", max_size=30), max_size=8))
def test_no_word_of_a_page_is_lost(lines: list[str]) -> None:
    folded = [" ".join(line.split()) for line in lines]
    told = with_items(with_tables(folded, "\n".join(lines)), "\n".join(lines))
    letters = "".join(folded).count("a")
    assert "".join(told).count("a") >= letters


def test_what_is_printed_on_every_page_is_cleaned_away() -> None:
    pages = [
        (
            "Harbour Gazette",
            f"On day {day} the ferry of the harbour carried many people over the sound and back.",
            f"Page {day} of 4",
        )
        for day in range(1, 5)
    ]
    article = parse_article(pdf(*pages, title="A week at sea"), "week.pdf")
    assert article.title == "A week at sea"
    text = " ".join(passage.text for passage in article.passages)
    assert "Gazette" not in text
    assert "of 4" not in text
    assert "On day 3" in text
    assert {removal.why for removal in article.removals} == {"page header or footer"}


def test_the_title_that_a_program_made_up_is_none() -> None:
    lines = ("The ferry of the harbour carried many people over the sound and back on Friday.",)
    assert read_pdf(pdf(lines, title="Microsoft Word - draft7.docx")).title is None
    assert parse_article(pdf(lines, title="draft7.pdf"), "the-ferry.pdf").title == "The ferry"


def test_a_title_that_is_no_text_is_none() -> None:
    lines = ("The ferry of the harbour carried many people over the sound and back on Friday.",)
    content = pdf(lines, title="Lost").replace(b"(Lost)", b"<< /A 1 >>")
    assert parse_article(content, "the-ferry.pdf").title == "The ferry"


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(LINES))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def encrypted(how: str) -> bytes:
    """Return a PDF that says that it is encrypted in some way."""
    trailer = f"trailer\n<< /ID [() ()] /Encrypt {how} "
    return pdf(LINES).replace(b"trailer\n<< ", trailer.encode())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (encrypted("<< /Filter /Standard /V 5 /R 6 /Length 256 /P -1 /O () /U () >>"), "password"),
        (encrypted("1 0 R"), "password"),
        (pdf(("(" * 9,)).replace(b"BT", b"[" * 100_000), "damaged"),
        (b"%PDF-1.7 nothing", "damaged"),
        (b"", "damaged"),
        (pdf(()), "no text"),
        (pdf(*[("A line.",)] * 501), "over 500 pages"),
        (locked(), "password"),
    ],
    ids=["aes", "nonsense", "nested", "damaged", "empty", "pictures", "long", "locked"],
)
def test_what_cannot_be_read_is_refused_with_the_mend(content: bytes, said: str) -> None:
    with pytest.raises(RefusedFileError, match=said):
        parse_article(content, "a.pdf")


@given(st.data())
def test_damage_never_raises_anything_else(data: st.DataObject) -> None:
    content = bytearray(pdf(LINES, LINES))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    reading = read_document(Document("a.pdf", "a", bytes(content)))
    assert reading.article or (reading.refusal and "mistake" not in reading.refusal.reason)


def test_an_error_says_how_to_mend_it() -> None:
    with pytest.raises(PdfError, match="OCR"):
        read_pdf(pdf(()))
