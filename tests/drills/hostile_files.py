"""Nasty files of every class that ever stopped a reader, made by a seeded generator."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NAMES = ("Ann Lee", "Bo Reed", "Cy Voss", "Di Marsh", "Ed Poole", "Fay Quinn")


def _credit(chance: random.Random) -> str:
    label = chance.choice(("Photo: ", "Video: ", "Image by ", "© ", "AFP / ", "Credits: "))
    return f"A title\n\n{label}{chance.choice('A4') * chance.randint(24, 4000)}!\n"


def _identifier(chance: random.Random) -> str:
    digits = "".join(chance.choice("0123456789ABCDEF-") for _ in range(chance.randint(36, 400)))
    return f"A title\n\nVideo: {digits}?\n"


def _spaces(chance: random.Random) -> str:
    begin = chance.choice(("published", "# a", "prev", "also read", "Home >", "By", "- ", "**a"))
    return f"A title\n\n{begin}{chance.choice((' ', chr(9), chr(160))) * 20_000}x\n"


def _trail(chance: random.Random) -> str:
    return f"A title\n\nHome{' > a' * chance.randint(1000, 50_000)}!\n"


def _lone_signs(chance: random.Random) -> str:
    sign = chance.choice(("ﾞ", "\u0301", "\u202e", "\u200b", "ﷺ", "\ufffd"))
    return f"{sign}\n\n{sign * chance.randint(1, 9000)} said the mayor of the town on Monday.\n"


def _front_matter(chance: random.Random) -> str:
    field = chance.choice(("title", "url", "date", "lang", "author", "x"))
    value = chance.choice(
        (
            '"Otters \\ud83d\\ude00"',
            '"\\UFFFFFFFF"',
            "0x" + "F" * 4000,
            ":".join(["59"] * 2000),
            "9" * 4000,
            "[" * 9000,
            "{a: " * 2000,
            "!!python/object/apply:os.system ['true']",
            "'" + "a" * 9900,
        )
    )
    return f"---\n{field}: {value}\n---\nThe mayor spoke for an hour on Monday.\n"


def _bomb(chance: random.Random) -> str:
    deep = chance.randint(8, 20)
    lines = ["a0: &a0 {k: v}" if chance.random() < 0.5 else "a0: &a0 [x, x, x, x, x, x, x, x]"]
    for level in range(1, deep):
        parts = ", ".join([f"*a{level - 1}"] * 9)
        lines.append(
            f"a{level}: &a{level} {{<<: [{parts}]}}"
            if "{" in lines[0]
            else f"a{level}: &a{level} [{parts}]"
        )
    lines.append(f"{chance.choice(('url', 'date', 'lang', 'title'))}: *a{deep - 1}")
    return "---\n" + "\n".join(lines) + "\n---\nThe mayor spoke for an hour on Monday.\n"


def _names(chance: random.Random) -> str:
    count = chance.randint(200, 3000)
    text = " ".join(f"{chance.choice(_NAMES)}{number}," for number in range(count))
    return f"A title\n\n{text} said nothing.\n"


def _said(chance: random.Random) -> str:
    return "A title\n\n" + f"{chance.choice(_NAMES)} spoke. " * chance.randint(2000, 8000)


def _capitals(chance: random.Random) -> str:
    return "A title\n\n" + "Word " * chance.choice((1023, 1024, 1025, 5000)) + "ended.\n"


def _one_sentence(chance: random.Random) -> str:
    word = chance.choice(("and so on ", "no,stop,", "没有句号", "a"))
    return "A title\n\n" + word * (chance.randint(200_000, 1_500_000) // len(word.encode()))


def _markdown(chance: random.Random) -> str:
    piece = chance.choice(("> ", "- ", "* [", "![", "**_", "`", "[^1]", "<!--", "~~", "| a ", "&#"))
    return "# A title\n\n" + piece * chance.randint(1000, 60_000) + "\n\nSome words are here.\n"


def _links(chance: random.Random) -> str:
    piece = chance.choice(
        ("<a href=x>a</a>", "<b>Some text", "<div>", "<p>Words are here.", "<td>", "<li>a", "<!--")
    )
    return f"<html><body><article>{piece * chance.randint(5000, 1_000_000 // len(piece))}"


def _attributes(chance: random.Random) -> str:
    attributes = " ".join(f"a{n}={n}" for n in range(chance.randint(5000, 90_000)))
    return f"<html><body><p {attributes}>The mayor spoke for an hour on Monday.</p>"


def _json_ld(chance: random.Random) -> str:
    odd: object = chance.choice(
        ([1, [2]], {"a": {"b": []}}, 7, True, None, "x" * 100_000, "\ud800")
    )
    data = dict.fromkeys(("headline", "author", "datePublished", "publisher", "url"), odd)
    script = json.dumps({"@type": "NewsArticle", **data})
    if chance.random() < 0.3:
        script = "[" * 50_000
    words = "The mayor of the town spoke for an hour on Monday about the bridge. " * 5
    return (
        f'<html><head><script type="application/ld+json">{script}</script></head>'
        f"<body><article><h1>A title</h1><p>{words}</p></article></body></html>"
    )


def _bytes(chance: random.Random) -> bytes:
    return chance.randbytes(chance.randint(10, 200_000))


def _strays(chance: random.Random) -> bytes:
    text = bytearray("A title\n\nLe café de Zoë coûte cher, dit l’élève à midi.\n".encode() * 50)
    for _ in range(chance.randint(1, 200)):
        text[chance.randrange(len(text))] = chance.randrange(128, 256)
    return bytes(text)


def _honest(chance: random.Random) -> str:
    name = chance.choice(_NAMES)
    words = f"{name} said on Monday that the bridge would open in {chance.randint(1, 30)} days. "
    return "A title\n\n" + ((words * 4) + "\n\n") * chance.randint(100, 2000)


CLASSES: tuple[tuple[str, Callable[[random.Random], str | bytes], tuple[str, ...]], ...] = (
    ("credit", _credit, ("txt", "md")),
    ("identifier", _identifier, ("txt", "md")),
    ("spaces", _spaces, ("txt", "md")),
    ("trail", _trail, ("txt", "md", "html")),
    ("signs", _lone_signs, ("txt", "md", "html")),
    ("front-matter", _front_matter, ("md",)),
    ("bomb", _bomb, ("md",)),
    ("names", _names, ("txt", "md")),
    ("said", _said, ("txt", "md")),
    ("capitals", _capitals, ("txt", "md")),
    ("sentence", _one_sentence, ("txt", "md", "html")),
    ("markdown", _markdown, ("md",)),
    ("links", _links, ("html",)),
    ("attributes", _attributes, ("html",)),
    ("json-ld", _json_ld, ("html",)),
    ("bytes", _bytes, ("txt", "md", "html")),
    ("strays", _strays, ("txt", "md")),
    ("honest", _honest, ("txt", "md")),
)


def hostile_files(seed: int, count: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield names, as bytes, and contents of files: every class in turn, each file again."""
    chance = random.Random(seed)
    for number in range(count):
        name, make, endings = CLASSES[number % len(CLASSES)]
        content = make(chance)
        data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
        odd = chance.choice((b"", b"", b"", b"-\xff", b"-\x1b[31m", b"-a\nb"))
        yield f"{number:03}-{name}".encode() + odd + b"." + chance.choice(endings).encode(), data
