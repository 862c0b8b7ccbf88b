"""What is read of a PDF."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from bot.ingest.document_reader import Document, read_document
from bot.ingest.formats.pdf import PdfError, read_pdf
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
