"""Read how an article begins: its headline, who wrote it and when."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from bot.articles.article import Removal
from bot.ingest.metadata.front_matter import parse_date
from bot.ingest.text.boilerplate import DAY, MONTHS, kind_of_boilerplate
from bot.ingest.text.sentences import ends_like_sentence, split_sentences
from bot.language.plain_text import count_words, word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.ingest.metadata.front_matter import FrontMatter

_MAX_TITLE_LENGTH = 300
_MAX_TITLE_SENTENCE_WORDS = 4
_STOPS = ".!?…。！？"
_MAX_LINES = 6
_MARGINS = range(45, 101)
_MIN_WRAPPED = 2
_MAX_LABEL_LENGTH = 120
_RELEASE = re.compile(
    r"\A(?:for immediate release|(?:press|news|media) (?:release|advisory)|embargoed\b|"
    r"communiqué de presse|pressemitteilung)\b",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"\A(?:dear|hi|hello|good (?:morning|afternoon|evening)|liebe[rs]?|sehr geehrte[rs]?|chère?s?|"
    r"estimad[oa]s?|cari|gentili|beste|geachte)\b[^.?:]{0,80}[,!]?\Z",
    re.IGNORECASE,
)
_BY = word_set("by von par por di door")
_JOINS = word_set("and und et y e en &")
_PARTICLES = word_set("van von de der den del della di da du dos bin al la le ter")
_ENDS_NAMES = word_set("in for of at the on | – — - · •")
_WHAT_BY = re.compile(
    r"\A(?:interview(?:ed)?|words|text|story|report(?:ed|ing)?|review(?:ed)?|written)\s++(?=by\b)",
    re.IGNORECASE,
)
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_NOT_NAMES = _WEEKDAYS | frozenset(MONTHS)
_MAX_BYLINE_WORDS = 14
_NAME = re.compile(r"\A[^\W\d_a-z][\w.’'-]*+\Z")
_DATE = re.compile(DAY, re.IGNORECASE)
_DATELINE = re.compile(
    rf"\A(?-i:[A-Z])[^\d\n–—]{{1,50}}?[,(]\s?({DAY})\)?\s?(?:[–—-]|\Z)", re.IGNORECASE
)
_BEFORE_BYLINE = re.compile(
    rf"\A(?-i:[A-Z])[^\d\n]{{1,50}}?[,|(·–—-]\s?{DAY}\)?\s?[.,;|·–—-]?\s(?=by\b)", re.IGNORECASE
)
"""Matches what stands before a byline: “City News, 3 March 2024. By Jane Roe”."""

_TITLE_DAY = re.compile(rf"[,(–—-]\s?{DAY}\)?\Z", re.IGNORECASE)
_POSTED = re.compile(
    r"\A(?:posted|published|written|uploaded|publiée?|veröffentlicht|erstellt|publicado|"
    r"pubblicato|gepubliceerd|geplaatst)\b[^.!?]{4,120}\Z",
    re.IGNORECASE,
)
_POSTED_BY = re.compile(r"\bby ([^\d\s,|][^\d,|]{1,60}?)(?: on\b| at\b|[,|]| \d|\Z)")
_ANY_DAY = re.compile(
    r"\d{1,2}(?:er|\.|º)? (?:de )?[^\W\d_]{3,12}\.? (?:de )?\d{4}|[^\W\d_]{3,12} \d{1,2},? \d{4}"
    r"|\d{4}-\d\d-\d\d"
)
_WORD = re.compile(r"[a-z]++|\d++", re.IGNORECASE)


@dataclass(slots=True)
class Opening:
    """How an article begins.

    Attributes:
        title: Its headline, if it has one.
        author: Who wrote it, if it says so.
        date: The day it was published, if it says so.
        taken: The indexes of the lines that are no text of the article's.
        removals: Those of these lines that are not the headline, and what they are.
    """

    title: str | None = None
    author: str | None = None
    date: dt.date | None = None
    taken: set[int] = field(default_factory=set)
    removals: list[Removal] = field(default_factory=list)

    def complete(self, fields: FrontMatter) -> FrontMatter:
        """Return an article's fields with what only its opening says."""
        date = fields.date or self.date or self._day_of_title()
        return replace(fields, author=fields.author or self.author, date=date)

    def _day_of_title(self) -> dt.date | None:
        """Return the day that a headline ends with: “Minutes of the council, 6 January 2026”."""
        named = _TITLE_DAY.search(self.title or "")
        return day_of(named[0]) if named else None

    def remove(self, index: int, line: str, why: str) -> None:
        """Remove a line from the article, and note why."""
        self.taken.add(index)
        self.removals.append(Removal(line, why))


def read_opening(
    lines: Sequence[str], title: str | None = None, headings: Collection[int] = ()
) -> Opening:
    """Read the first lines of an article.

    Args:
        lines: The article's lines.
        title: Its headline, where that is known already.
        headings: The indexes of the lines that are marked as headings.
    """
    opening = Opening(title)
    filled = ((i, line.strip()) for i, line in enumerate(lines) if line.strip())
    for index, line in filled:
        if len(opening.taken) >= _MAX_LINES:
            break
        if line == title or _take(opening, index, line):
            continue
        below = list(takewhile(str.strip, islice(lines, index + 1, index + 1 + _MAX_LINES)))
        if opening.title is None and (index in headings or is_headline(line, below)):
            opening.title = line
            opening.taken.add(index)
            continue
        dateline = _DATELINE.match(line)
        opening.date = opening.date or (day_of(dateline[1]) if dateline else None)
        _take_byline(opening, *next(filled, (0, "")))
        break
    return opening


def _take_byline(opening: Opening, index: int, line: str) -> None:
    """Remove a byline that stands below the paragraph that an article begins with."""
    author = author_of(line)
    if author:
        opening.author = opening.author or author
        opening.remove(index, line, "byline")


def is_headline(line: str, below: Sequence[str]) -> bool:
    """Return whether a file's first line is its title, and not already its first paragraph.

    Args:
        line: The first line that isn't blank.
        below: The lines right below it, up to a blank one. A line that goes on in lower case is
            of the same paragraph, and so are several that are wrapped at the same margin.
    """
    if len(line) > _MAX_TITLE_LENGTH or (below and below[0].lstrip()[:1].islower()):
        return False
    margins = [len(text.strip()) in _MARGINS for text in (line, *below[:-1])]
    if len(below) >= _MIN_WRAPPED and all(margins) and not ends_like_sentence(line):
        return below[0].strip() == line
    if count_words(line) <= _MAX_TITLE_SENTENCE_WORDS:
        return True
    # Headlines ask and exclaim, too, but seldom in several sentences.
    return not ends_like_sentence(line, ".…。" if len(split_sentences(line)) == 1 else _STOPS)


def day_of(text: str) -> dt.date | None:
    """Return the day that a text names in English or in digits, if there is such a day."""
    found = _DATE.search(text)
    if found is None:
        return None
    words = _WORD.findall(found[0].lower())
    numbers = [int(word) for word in words if word.isdigit()]
    names = [word for word in words if not word.isdigit()]
    if names:
        day, year = numbers
        numbers = [year, MONTHS.index(names[0]) + 1, day]
    try:
        return dt.date(*numbers)
    except ValueError:
        return None


def _take(opening: Opening, index: int, line: str) -> bool:
    """Return whether a line says what the article is, or is boilerplate; if so, remove it."""
    author = author_of(_BEFORE_BYLINE.sub("", line))
    if _RELEASE.match(line) and len(line) <= _MAX_LABEL_LENGTH and not ends_like_sentence(line):
        opening.remove(index, line, "label")
    elif opening.title is None and line.endswith((",", "!")) and _SALUTATION.match(line):
        opening.remove(index, line, "salutation")
    elif author:
        opening.author = opening.author or author
        opening.date = opening.date or day_of(line)
        opening.remove(index, line, "byline")
    elif posted := _day_posted(line):
        by = _POSTED_BY.search(line)
        opening.author = opening.author or (by[1] if by else None)
        opening.date = opening.date or posted
        opening.remove(index, line, "date line")
    elif opening.title is not None and _is_dateline(line):
        opening.date = opening.date or day_of(line)
        opening.remove(index, line, "date line")
    elif opening.title is None or kind_of_boilerplate(line) == "date line":
        why = kind_of_boilerplate(line)
        if why is None:
            return False
        opening.date = opening.date or (day_of(line) if why == "date line" else None)
        opening.remove(index, line, why)
    else:
        return False
    return True


def _day_posted(line: str) -> dt.date | None:
    """Return the day in a line that says when, and by whom, an article was put on its page."""
    named = _ANY_DAY.search(line) if _POSTED.match(line) else None
    return parse_date(named[0]) if named else None


def _is_dateline(line: str) -> bool:
    """Return whether a line is no more than a place and a day: “London, 3 March 2024”."""
    match = _DATELINE.match(line)
    return match is not None and not line[match.end() :].strip()


def author_of(line: str) -> str | None:
    """Return the names in a byline, as in *By Jane Roe and Al Poe, City News*, if it is one."""
    by, _, rest = _WHAT_BY.sub("", line).partition(" ")
    words = rest.split()
    if by.lower() not in _BY or not 0 < len(words) <= _MAX_BYLINE_WORDS:
        return None
    if ends_like_sentence(line) or words[0].lower() in _NOT_NAMES:
        return None
    names: list[str] = []
    for word in words:
        bare = word.rstrip(",;|")
        if word.lower() in _ENDS_NAMES or bare.lower() in _WEEKDAYS:
            break
        if not (_NAME.match(bare) or (names and bare.lower() in _JOINS | _PARTICLES)):
            return None
        names.append(bare)
        if bare != word:
            break
    return " ".join(names) or None
