"""Make whole documents of any bytes: pieces that readers know, between whatever else there is."""

from __future__ import annotations

import io
import zipfile

_PIECES = (
    *(
        "\n",
        "\n\n",
        "---\n",
        "# ",
        "## ",
        "> ",
        "- ",
        "1. ",
        "* ",
        "    ",
        "| a | b |\n",
        "|---|\n",
    ),
    *("**", "_", "`", "```\n", "[a](", ")", "![", "[^1]", "<!--", "-->", "&amp;", "&#x202e;"),
    *("title: ", "date: ", "url: ", "author: [", "lang: ", "&a ", "*a", "<<: ", "!!", "|\n", "\\u"),
    *("<p>", "</p>", "<div>", "</div>", "<h1>", "</h1>", "<ul><li>", "</li></ul>", "<table><tr>"),
    *(
        "<td>",
        "</td>",
        "</tr></table>",
        "<a href='",
        "'>",
        "</a>",
        "<figcaption>",
        "<time>",
        "<br>",
    ),
    *("Photo: ", "AFP / ", "By ", "Published ", "Home > ", "Also read: ", "© ", "Related: "),
    *("“", "”", '"', "’", "(", ")", ". ", "? ", ": ", "; ", "… ", " – ", ".” ", "Mr. ", "U.S. "),
    *("Ann Lee", "Bo Reed", "the mayor of Lune", " said ", ", who ", " and ", "The bridge ", "of "),
    *("was built in 1874", "13 November 2024", "8.30pm", "1,000", "£4.50", "10%", " a", "A", "is "),
    *("日本語。", "한국어 ", "Привет ", "مرحبا ", "é", "İ", "ß", "ﾞ", "\u0301", "\u200b", "\u202e"),
    *("<b>", "</b>", "</b></p><p>", "<tr>", "<th>", "<thead>", "<td rowspan=9>", "<td colspan=3>"),
    *("<caption>", "<dl>", "<dt>", "<dd>", "1931", "<w:rPr><w:b/></w:rPr>"),
    *("😀", "\u3164", "\ufffd", "\ufeff", "\u2028", "\x0b", "\x0c", "\xa0", "\t"),
)
_FIRST_PIECE = 0x80
_ENCODINGS = (
    *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp850"),
    *("mac_roman", "iso8859-15", "cp1251", "koi8-r", "cp1253", "shift_jis", "gb18030", "big5"),
    *("euc-kr", "cp1256", "utf-7", "cp437"),
)
_REPEATED = 0x7F
_LONGEST = 50_000
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{_NOTES}"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a" Type="{_OFFICE}" '
    'Target="word/document.xml"/></Relationships>'
)
_NOTES_RELATION = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="n" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" '
    'Target="footnotes.xml"/></Relationships>'
)
_REFERENCE = '<w:footnoteReference w:id="1"/>'
_SENTENCE = "The mayor of the town spoke for an hour on Monday about the bridge."


def text_of(content: bytes) -> str:
    """Make text of any bytes: those from 128 on stand for a piece, DEL repeats what was last."""
    made: list[str] = []
    for byte in content:
        if byte == _REPEATED and made:
            made.append((made[-1] * 40)[:_LONGEST])
        elif byte >= _FIRST_PIECE:
            made.append(_PIECES[(byte - _FIRST_PIECE) % len(_PIECES)])
        else:
            made.append(chr(byte))
    return "".join(made)[:_LONGEST]


def markdown_of(content: bytes) -> bytes:
    """Make Markdown, with front matter where the first byte is odd."""
    head, _, body = content[1:].partition(b"\xff")
    before = f"---\n{text_of(head)}\n---\n" if content[:1] and content[0] % 2 else text_of(head)
    return f"{before}{text_of(body)}\n\n{_SENTENCE}\n".encode("utf-8", "replace")


def page_of(content: bytes) -> bytes:
    """Make a page: JSON-LD up to the first byte of 255, the article behind it."""
    data, _, body = content.partition(b"\xff")
    script = data.decode("utf-8", "replace")
    if not script.lstrip().startswith(("{", "[")):
        script = f'{{"@type": "NewsArticle", {script}}}'
    return (
        f'<html><head><script type="application/ld+json">{script}</script></head><body><article>'
        f"<h1>A title</h1><p>{_SENTENCE}</p>{text_of(body)}</article></body></html>"
    ).encode("utf-8", "replace")


def encoded_text_of(content: bytes) -> bytes:
    """Make plain text in the encoding that the first byte says."""
    encoding = _ENCODINGS[(content[0] if content else 0) % len(_ENCODINGS)]
    text = f"A title\n\n{_SENTENCE} {text_of(content[1:])}\n"
    return text.encode(encoding, "replace")


def word_document_of(content: bytes) -> bytes:
    """Make a Word document: its body is what the bytes say, as XML where that is what they are.

    What stands behind a byte of 255 is its first footnote.
    """
    packed = io.BytesIO()
    said, _, noted = content.partition(b"\xff")
    sentence = f"<w:p><w:r><w:t>{_SENTENCE}</w:t>{_REFERENCE}</w:r></w:p>"
    with zipfile.ZipFile(packed, "w") as parts:
        parts.writestr("[Content_Types].xml", _CONTENT_TYPES)
        parts.writestr("_rels/.rels", _RELATIONS)
        parts.writestr("word/_rels/document.xml.rels", _NOTES_RELATION)
        document = (
            f'<w:document xmlns:w="{_WORD}"><w:body>{sentence}{_paragraphs(said)}</w:body>'
            "</w:document>"
        )
        notes = (
            f'<w:footnotes xmlns:w="{_WORD}"><w:footnote w:id="1">{_paragraphs(noted)}'
            "</w:footnote></w:footnotes>"
        )
        parts.writestr("word/document.xml", document.encode("utf-8", "replace"))
        parts.writestr("word/footnotes.xml", notes.encode("utf-8", "replace"))
    return packed.getvalue()


def _paragraphs(content: bytes) -> str:
    if b"<w:" in content:
        return text_of(content)
    return f"<w:p><w:r><w:t>{text_of(content)}</w:t></w:r></w:p>"


def pdf_of(content: bytes) -> bytes:
    """Make a PDF of one page, whose instructions are the bytes."""
    drawn = b"BT /F1 12 Tf 72 720 Td (" + _SENTENCE.encode() + b") Tj " + content + b" ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(drawn), drawn),
    )
    written = bytearray(b"%PDF-1.4\n")
    places = [0]
    for number, one in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj%b endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places[1:])
    ends = (
        b"xref\n0 5\n0000000000 65535 f \n%btrailer<</Root 1 0 R/Size 5>>\nstartxref\n%d\n%%%%EOF"
    )
    return bytes(written) + ends % (table, len(written))
