"""PDFs and Word documents, written for tests."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx

if TYPE_CHECKING:
    from collections.abc import Sequence


def pdf(*pages: Sequence[str], title: str = "", capital_a: str = "0041") -> bytes:
    """Return a PDF of pages, each of lines.

    Args:
        pages: The pages.
        title: The document's title.
        capital_a: What the font says that its capital A stands for, in UTF-16 as hexadecimals.
    """
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
        f"/ToUnicode {4 + 2 * count} 0 R >>",
    ]
    for number, lines in enumerate(pages):
        shown = " T* ".join(f"({_escaped(line)}) Tj" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    unicode = (
        "begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        f"1 beginbfchar <41> <{capital_a}> endbfchar endcmap"
    )
    objects.append(f"<< /Length {len(unicode)} >>\nstream\n{unicode}\nendstream")
    objects.append(f"<< /Title ({_escaped(title)}) >>")
    return _file(objects)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: Sequence[str]) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    for place in places:
        out.write(f"{place:010d} 00000 n \n".encode())
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    out.write(f"trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def word_document(*parts: tuple[str, str] | list[list[str]]) -> bytes:
    """Return a Word document of paragraphs, each with its style, and of tables of rows."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, tuple):
            document.add_paragraph(part[1], style=part[0])
            continue
        table = document.add_table(len(part), len(part[0]))
        for row, cells in enumerate(part):
            for column, text in enumerate(cells):
                table.cell(row, column).text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
