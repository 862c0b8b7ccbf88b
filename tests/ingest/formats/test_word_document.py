"""What is read of a Word document."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.document_reader import Document, read_document
from bot.ingest.reader import parse_article
from bot.ingest.refusal import RefusedFileError
from bot.library.library import Library
from tests.ingest.written_files import word_document

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SEPARATOR = (
    '<w:note w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:note>'
    '<w:note w:type="continuationSeparator" w:id="0"><w:p><w:r><w:t>More.</w:t></w:r></w:p>'
    "</w:note>"
)
DOCUMENT = word_document(
    ("Title", "Lighthouse is sold"),
    ("Normal", "By Jane Roe"),
    ("Normal", "The lighthouse on Gull Rock was sold on Friday for 80,000 pounds."),
    ("Heading 1", "What it needs"),
    ("List Bullet", "a new roof, which the storm of last winter took"),
    ("List Bullet", "a new lamp"),
    [["Year", "Visitors"], ["2023", "1,200"], ["2024", "1,900"]],
    ("Normal", "Maren Holt wants to open a small library in its tower."),
)


def test_paragraphs_headings_lists_and_tables_are_read_in_order() -> None:
    article = parse_article(DOCUMENT, "sale.docx")
    assert (article.title, article.author) == ("Lighthouse is sold", "Jane Roe")
    texts = [passage.text for passage in article.passages]
    assert texts[0] == "The lighthouse on Gull Rock was sold on Friday for 80,000 pounds."
    assert texts[-1] == "Maren Holt wants to open a small library in its tower."
    assert any("• a new lamp" in text for text in texts)
    assert any("2024" in text and "1,900" in text for text in texts)
    assert article.passages[1].heading == "What it needs"


def test_a_table_of_facts_has_no_header() -> None:
    facts = [["Opened", "1931"], ["Architect", "Hugo Platt"]]
    article = parse_article(word_document(("Normal", f"{SENTENCE}."), facts), "bath.docx")
    assert article.passages[-1].text == "Opened: 1931\nArchitect: Hugo Platt"


def test_a_first_row_with_a_figure_where_others_have_words_is_no_header() -> None:
    prices = [["Years 1 and 2", "free"], ["Staff", "£4 a meal"], ["Guests", "£5 a meal"]]
    article = parse_article(word_document(("Normal", f"{SENTENCE}."), prices), "lunch.docx")
    assert article.passages[-1].text.split("\n")[0] == "Years 1 and 2: free"


def test_headings_stand_under_those_of_their_section() -> None:
    document = word_document(
        ("Title", "What there is to eat"),
        ("Heading 1", "Lunch"),
        ("Heading 2", "Monday"),
        ("Normal", "There is soup with bread."),
        ("Heading 2", "Tuesday"),
        ("Normal", "There is fish with peas."),
    )
    article = parse_article(document, "lunch.docx")
    assert [one.heading for one in article.passages] == ["Lunch – Monday", "Lunch – Tuesday"]


def with_notes(notes: dict[str, str], body: str) -> bytes:
    """Return a document with a body, and with parts for its notes as Word writes them.

    Args:
        notes: What stands in the parts for footnotes and endnotes, by ``footnote`` or ``endnote``.
        body: The body's beginning.
    """
    packed = io.BytesIO(with_body(body))
    document = docx.Document(packed)
    for kind, written in notes.items():
        separator = SEPARATOR.replace("w:note", f"w:{kind}")
        xml = f'<w:{kind}s xmlns:w="{WORD}">{separator}{written}</w:{kind}s>'
        name = PackURI(f"/word/{kind}s.xml")
        media = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
        part = Part(name, media, xml.encode(), document.part.package)
        document.part.relate_to(part, f"{RELATIONS}/{kind}s")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def note(kind: str, number: int, text: str) -> str:
    mark = f"<w:r><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{number}"><w:p>{mark}{run(text)}</w:p></w:{kind}>'


def reference(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


SENTENCE = "The lighthouse on Gull Rock was sold on Friday for 80,000 pounds"


def test_notes_are_read_last_in_the_order_in_which_the_text_refers_to_them() -> None:
    footnotes = (
        note("footnote", 1, " The council paid 20,000 pounds more for the lamp.")
        + note("footnote", 2, " Maren Holt has run the library since 1998.")
        + note("footnote", 3, " Nothing refers to this note any more.")
    )
    endnotes = note("endnote", 1, " The storm took the roof on 3 January.")
    body = (
        paragraph(run(SENTENCE) + reference("footnote", 2) + run("."))
        + paragraph(run("It needs a new roof") + reference("endnote", 1) + run(" and a lamp."))
        + paragraph(run("It has stood empty for years.") + reference("footnote", 1))
        + paragraph(run("So it says again.") + reference("footnote", 1))
    )
    content = with_notes({"footnote": footnotes, "endnote": endnotes}, body)
    article = parse_article(content, "sale.docx")
    assert [passage.text for passage in article.passages] == [
        f"{SENTENCE}.",
        "It needs a new roof and a lamp.",
        "It has stood empty for years.",
        "So it says again.",
        "Maren Holt has run the library since 1998.",
        "The council paid 20,000 pounds more for the lamp.",
        "The storm took the roof on 3 January.",
    ]
    library = Library([article])
    answer = library.ask("Since when has Maren Holt run the library?")
    assert answer.hits[0].sentence_text == "Maren Holt has run the library since 1998."


def test_a_note_is_read_as_it_is_in_a_document_of_several_paragraphs_and_insertions() -> None:
    long = (
        '<w:footnote w:id="1">'
        + paragraph(f"<w:ins>{run('The first half says this.')}</w:ins>")
        + paragraph(f"<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del>{run('So it ends.')}")
        + "</w:footnote>"
    )
    body = paragraph(run(f"{SENTENCE}.") + reference("footnote", 1) + reference("footnote", 9))
    article = parse_article(with_notes({"footnote": long}, body), "sale.docx")
    texts = [passage.text for passage in article.passages]
    assert texts == [f"{SENTENCE}.", "The first half says this.", "So it ends."]


def test_damaged_notes_are_refused_with_the_mend() -> None:
    body = paragraph(run(f"{SENTENCE}.") + reference("footnote", 1))
    with pytest.raises(RefusedFileError, match="save it again"):
        parse_article(with_notes({"footnote": "<w:footnote>"}, body), "sale.docx")


@pytest.mark.parametrize("content", [b"", b"PK\3\4 nothing", DOCUMENT[:2000]])
def test_a_damaged_document_is_refused_with_the_mend(content: bytes) -> None:
    with pytest.raises(RefusedFileError, match="save it again"):
        parse_article(content, "sale.docx")


def with_body(body: str) -> bytes:
    """Return a document whose body begins with this."""
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DOCUMENT)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = f"<w:document {names}><w:body>{body}</w:body></w:document>".encode()
            new.writestr(name, content)
    return packed.getvalue()


def paragraph(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


SENTENCE = "The pier was built in 1874 by masons of the town."


@pytest.mark.parametrize(
    "body",
    [
        f"<w:sdt><w:sdtContent>{paragraph(run(SENTENCE))}</w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtContent><w:sdt><w:sdtContent>"
        f"{paragraph(run(SENTENCE))}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
        paragraph(f"<w:sdt><w:sdtContent>{run(SENTENCE)}</w:sdtContent></w:sdt>"),
        paragraph(f"<w:ins>{run(SENTENCE)}</w:ins>"),
        paragraph(f"<w:smartTag><w:smartTag>{run(SENTENCE)}</w:smartTag></w:smartTag>"),
        paragraph(f"<w:fldSimple>{run(SENTENCE)}</w:fldSimple>"),
        f"<w:customXml>{paragraph(run(SENTENCE))}</w:customXml>",
        paragraph(
            f"<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{paragraph(run(SENTENCE))}"
            f"</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{paragraph(run(SENTENCE))}"
            "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        "<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc>"
        f"{paragraph(run(SENTENCE))}</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>",
    ],
    ids=["control", "controls", "inline", "inserted", "tag", "field", "xml", "box", "cell"],
)
def test_text_in_whatever_word_wraps_around_it_is_read_once(body: str) -> None:
    first = paragraph(run("The mayor spoke of the pier for an hour on Monday."))
    article = parse_article(with_body(first + body), "pier.docx")
    text = " ".join([article.title, *(passage.text for passage in article.passages)])
    assert text.count(SENTENCE) == 1


def test_what_is_deleted_in_word_is_not_read() -> None:
    deleted = paragraph("<w:del><w:r><w:delText>It was sold.</w:delText></w:r></w:del>")
    article = parse_article(with_body(paragraph(run(SENTENCE)) + deleted), "pier.docx")
    assert not any("sold" in passage.text for passage in article.passages)


@pytest.mark.parametrize(("mark", "is_read"), [("", False), (' w:val="0"', True)])
def test_what_word_hides_is_not_read(mark: str, is_read: bool) -> None:  # noqa: FBT001
    hidden = f"<w:r><w:rPr><w:vanish{mark}/></w:rPr><w:t>It was sold to nobody at all.</w:t></w:r>"
    body = paragraph(run(SENTENCE)) + paragraph(hidden)
    article = parse_article(with_body(body), "pier.docx")
    assert any("sold" in passage.text for passage in article.passages) is is_read


@given(st.data())
def test_no_damage_counts_as_a_mistake_of_ours(data: st.DataObject) -> None:
    damaged = bytearray(DOCUMENT)
    for _ in range(data.draw(st.integers(1, 200))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    reading = read_document(Document("a.docx", "a", bytes(damaged)))
    assert reading.refusal is None or "mistake" not in reading.refusal.reason
