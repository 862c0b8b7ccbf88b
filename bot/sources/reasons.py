"""Translate the reasons why something can't be read.

A reason is found out in a process of its own, or while something is fetched, is written into the
log and kept in the database, all of that in English. Members are told it in their language: the
sentence is recognised here by its pattern, in which names in braces stand for what differs.
"""

from __future__ import annotations

import re
from functools import cache

from bot.sources.errors import REASONS as SOURCE_REASONS

PATTERNS = (
    # fetching
    "the address has over {n} characters",
    "it is not the address of a page: give one that begins with https://",
    "the address has a user name or a password in it: leave them out",
    "only the usual ports of web servers, 80 and 443, are allowed",
    "it leads to an address that can't be read",
    "it is not on the public Internet, and Footnote reads nothing else",
    "the site can't be reached: check the address",
    "the site can't be reached, or answers in a way that can't be read",
    "the site takes too long to answer",
    "the site answers {status}",
    "the site asks programs not to read this page (robots.txt)",
    "it redirects more than {n} times",
    "it is over {n} MiB",
    "what the site sent is cut short: try again later",
    "what the site sent is damaged: try again later",
    "the site uses a compression that is not supported",
    "it is not a page, feed, text or PDF, but {type}",
    "its content is not of the type that it declares ({type})",
    "it is a page, not a feed: add it as a link",
    "it is a text, not a feed: add it as a link",
    "it is a PDF, not a feed: add it as a link",
    "it is a feed, not a page: add it as a feed",
    # files and pages
    "it holds nothing",
    "it is empty: write the article into it, or delete it",
    "it has no prose: below the title there must be at least one whole sentence",
    "it is not text (binary content): save the article as plain text, in UTF-8",
    "it is over 5 MiB: split it into several articles",
    "Discord doesn't hand it over: attach it again",
    "it can't be opened ({why}): check that it exists and its permissions",
    "Footnote reads .md, .txt, .html, .pdf and .docx: save the article as one of these",
    "by its content it is a {kind} file: rename it so that it ends in {ending}",
    "by its content it is a {kind} file, which is not read: save it as {ending}",
    "no article text was found in the page: save the article's own page, or as .txt",
    "no article text was found in the page, which may need a browser or an account: paste its text "
    "instead, with /sources add and no option",
    "the page has over {n} elements: save the article alone, or as text",
    "an element of the page has too many attributes: save the article as text",
    "its lists or quotations are nested too deeply: make them flatter",
    "it is not an RSS, Atom or JSON feed, or it is damaged",
    "it is not a .docx file, or it is damaged: save it again in Word, or as text",
    "it holds no text, only pictures of it: save it as text, or run it through OCR",
    "it is protected with a password: save it without one",
    "it has over {n} pages: split it",
    "the PDF is damaged: save it again, or as text",
    # front matter
    "the front matter is over {n} characters: shorten it",
    "the front matter, line {line}, {problem}",
    "the front matter {problem}",
    "can't be read: write one “field: value” on each line",
    "can't be read (an escape sequence in it is invalid): write one “field: value” on each line",
    "can't be read ({why}): put a value that holds a colon, a quotation mark or a # in quotation "
    "marks",
    "uses {sign}, which are not read here: write the value out, in quotation marks if it begins "
    "with such a sign",
    "the field “{name}” must be a text, as in “{name}: Some words”",
    "the field “{name}” is over {n} characters: shorten it",
    "the field “date” says “{value}”, which is not a date: write it as 2024-11-13",
    "the field “url” says “{value}”, which is not a web address: write it in full, as "
    "https://example.org/article",
    "the field “lang” says “{value}”: write a language code, as en or fr",
    # the process that reads
    "it takes more than {n} seconds to read: split it, or save it as plain text",
    "it takes too much memory to read: split it, or save it as text",
    "reading it crashed the reader (status {status}), perhaps for lack of memory: split it, or "
    "save it as plain text",
    "reading it failed ({error}), which is a bug in Footnote: please report it with the file; "
    "until then, saving it as plain text may help",
)
"""All reasons, for the catalogues."""

_NESTED = frozenset({"reason", "problem"})
_NAME = re.compile(r"\\\{(\w+)\\\}")


class Reason(str):
    """Why something can't be read, in English; the catalogues have the translations."""

    __slots__ = ()


def recognised(reason: str) -> tuple[str, dict[str, str]] | None:
    """Return the pattern of a reason, and what differs in it; ``None`` where it has none.

    What is a reason itself within it is a :class:`Reason`.
    """
    for pattern, form in _forms():
        found = form.fullmatch(reason)
        if found:
            values = found.groupdict()
            return pattern, {
                name: Reason(value) if name in _NESTED else value for name, value in values.items()
            }
    return None


@cache
def _forms() -> list[tuple[str, re.Pattern[str]]]:
    """Return the patterns as regular expressions, those that say the most first."""
    every = sorted(
        (*PATTERNS, *SOURCE_REASONS), key=lambda one: -len(_NAME.sub("", re.escape(one)))
    )
    return [(pattern, _form_of(pattern)) for pattern in every]


def _form_of(pattern: str) -> re.Pattern[str]:
    known: set[str] = set()

    def group(found: re.Match[str]) -> str:
        name = found[1]
        if name in known:
            return f"(?P={name})"
        known.add(name)
        return f"(?P<{name}>.+?)"

    return re.compile(_NAME.sub(group, re.escape(pattern)), re.DOTALL)
