"""Tell by its content what a file's name should end in."""

from __future__ import annotations

import re

_PAGE = re.compile(rb"(?:<\?xml\b[^<>]{0,100}>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE)
_ARCHIVE = b"PK\x03\x04"
_MEMBERS = {
    b"word/document": ".docx",
    b"application/vnd.oasis.opendocument.text": ".odt",
    b"ppt/presentation": ".pptx",
    b"xl/workbook": ".xlsx",
}
"""What the parts of archives that are documents are called."""

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HEAD = 2000


def ending_by_content(content: bytes) -> str | None:
    """Return the ending of the kind of file that bytes are, or ``None`` if nothing shows it.

    Plain text shows nothing, and neither does a document with a password.
    """
    start = content[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"%PDF-"):
        return ".pdf"
    if start.startswith(b"{\\rtf"):
        return ".rtf"
    if _PAGE.match(start):
        return ".html"
    if b"MIME-Version:" in start and b"multipart/related" in start:
        return ".mhtml"
    if content.startswith(_OLD_WORD):
        return None if _ENCRYPTED in content else ".doc"
    if content.startswith(_ARCHIVE):
        return next((ending for member, ending in _MEMBERS.items() if member in content), None)
    return None
