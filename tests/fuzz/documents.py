"""Make whole documents of any bytes: pieces that readers know, between whatever else there is."""

from __future__ import annotations

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
