"""Clean a page's furniture away from an article's lines, and nothing else.

Every rule matches what a page puts around an article and no sentence that a writer would put
in one: where a line could be either, it stays.
"""

from __future__ import annotations

import re
import unicodedata

from bot.articles.article import Removal
from bot.language.plain_text import word_set

_BULLET = r"[\s•·▪■●◆►▶»›→*+–—|-]*"
_SHARE_WORDS = word_set(
    "share shares tweet post pin facebook twitter x whatsapp email e-mail mail linkedin "
    "pinterest reddit telegram messenger instagram youtube bluesky threads flipboard copy link "
    "print save bookmark comment comments like follow us on this article story via by to the "
    "and click here view"
)
_SHARE_ANCHORS = _SHARE_WORDS - word_set(
    "x like link post mail us on this article story via by to the and here view"
)
_MAX_SHARE_WORDS = 20
_WRAPPED_LENGTH = 40
_ENDS_LIKE_PROSE = re.compile(r"[.!?…][\"'”’»)\]]*\Z")

# A credit is made of names, not of a sentence: «Photo: Jane Roe / AFP», never «Video by a witness».
_CREDIT = re.compile(
    r"[(\[]?(?:(?i:(?:file |main |cover |header )?(?:photo(?:graph)?s?|image|picture|illustration|"
    r"video|graphic)(?: credits?| courtesy(?: of)?| source)?|credits?)\s*(?::|/|©|\bby\b)|©|"
    r"\(c\)\s)"
    r"\s*(?:(?:[A-Z\d@(][\w.,@’'&()-]*|[\w.@-]+/[\w.@/-]+|via|for|of|the|and|de|von|van|[/|&,–-])\s*"
    r"/?\s*){1,14}[)\].]*\Z"
)

_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("no words", re.compile(r"[\W_]*\Z")),
    (
        "link to another article",
        re.compile(
            _BULLET + r"(?:also read|read also|read more|read next|see also|see more|watch also|"
            r"also see|more on this(?: story| topic)?|"
            r"related(?: articles?| stories| news| posts?)?|"
            r"recommended(?: for you| reading)?|further reading|lire aussi|[àa] lire aussi|"
            r"à lire|voir aussi|lesen sie auch|lea también|leia também|don[’']t miss)"
            r"(?:\s*[:|–—»›→]\s*(?!(?-i:[a-z])).*|[\s»›→.…]*)\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "link to another article",
        re.compile(
            _BULLET + r"(?:also read|read also|read more about|read more on|read more)\s"
            r"(?!.*[.!?…][\"'”’»)]*\Z).{1,120}\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "link to another page",
        re.compile(
            r"(?:(?-i:PREV|PREVIOUS|NEXT)\b(?!.*[.!?][\"'”’»)]*\Z).*|"
            r"[«‹←<]*\s*(?:previous|prev|next)(?: (?:article|post|story|page)\s*[:»›→>].*|"
            r"(?: (?:article|post|story|page))?\s*[:»›→>]*)|"
            r"(?:continue reading|story continues below|back to top|skip to (?:main )?content|"
            r"load more|show more|view all|see all|view comments|home|menu)[\s.…»›→]*)\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "cookie notice",
        re.compile(
            r"(?:(?:we(?: and our partners)? use|this (?:web)?site uses) cookies\b.*|"
            r"by (?:continuing to (?:use|browse)|clicking [“\"']?accept)\b.*\bcookies?\b.*|"
            r"(?:accept|reject|manage)(?: all)? cookies(?: \w+){0,2}|"
            r"(?:our )?cookie (?:policy|settings|preferences|notice|consent)\W*)\Z",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    ("image credit", _CREDIT),
    (
        "image credit",
        re.compile(
            r"[(\[]?(?:AP|AFP|EPA|PA|Reuters|Getty Images?|Shutterstock|iStock|Wikimedia Commons)"
            r"(?: (?:Photo|Images?|file))?(?:\s*(?:/|via|-)\s*[\w .’'-]{1,40}){0,4}[)\]]?\Z",
        ),
    ),
    ("image", re.compile(r"!\[[^\]]*\]\([^)]*\)\Z")),
    (
        "advertisement or promotion",
        re.compile(
            _BULLET + r"(?:advertisements?|sponsored(?: content)?|promoted|ad|publicité|"
            r"(?:subscribe|sign up|sign in|log in|register)(?: (?:now|today|here|for free))?|"
            r"(?:subscribe|sign up) (?:to|for) (?:our|the|my) .{0,60}(?:newsletters?|channel|"
            r"updates|alerts|briefing).{0,40}|(?:follow|like|find|join) us on .{1,60}|"
            r"download our app.{0,40}|get (?:our|the) (?:free )?(?:newsletter|app)\b.{0,40})"
            r"[\s:.!…]*\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "page footer",
        re.compile(
            r"(?:(?:copyright\s*(?:©|\(c\)|\d{4})|©).{0,80}|.{0,60}\ball rights reserved\W*|"
            r"(?:tags?|filed under|topics|keywords|categories)\s*:\s*(?!.*[.!?]\Z).{1,200}|"
            r"(?:most read|most popular|trending(?: now)?|latest news|top stories|"
            r"editor[’']s picks|"
            r"comments?(?: \(\d+\))?|\d+ comments?|(?:leave|post) a comment))\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "breadcrumb",
        re.compile(r"(?:home|news)(?:\s*[>›»/|]\s*[\w’'&. -]{1,60}){1,6}\Z", re.IGNORECASE),
    ),
    (
        "date line",
        re.compile(
            r"(?:(?:published|updated|posted|last (?:updated|modified))(?: on| at)?\s*:?\s*)?"
            r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
            r"(?:(?:january|february|march|april|may|june|july|august|september|october|november|"
            r"december)\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+(?:january|february|march|april|may|june|"
            r"july|august|september|october|november|december),?\s+\d{4}|\d{4}-\d\d-\d\d)"
            r"(?:,?\s*(?:at )?\d{1,2}[:.h]\d\d\s*(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?\Z",
            re.IGNORECASE,
        ),
    ),
)


def clean_lines(lines: list[str], title: str) -> tuple[list[str], tuple[Removal, ...]]:
    """Take a page's furniture out of an article's lines.

    Args:
        lines: The lines below the headline, without their line ends.
        title: The headline; a line that only repeats it is removed.

    Returns:
        The lines with each removed one left empty, so that paragraphs stay parted, and what was
        removed with the reason. Lines that hold no more than white space are not reported.
    """
    headline = _bare(title)
    kept: list[str] = []
    removals: list[Removal] = []
    for index, line in enumerate(lines):
        stripped = line.strip()
        following = lines[index + 1].strip() if index + 1 < len(lines) else ""
        alone = not _continues(kept[-1].strip() if kept else "", following)
        why = _furniture(stripped, headline) if stripped and alone else None
        kept.append("" if why else line)
        if why:
            removals.append(Removal(stripped, why))
    return kept, tuple(removals)


def _continues(before: str, following: str) -> bool:
    """Tell whether a line is the middle of a wrapped paragraph, from the lines around it."""
    return following[:1].islower() or (
        len(before) >= _WRAPPED_LENGTH and not _ENDS_LIKE_PROSE.search(before)
    )


def _furniture(line: str, headline: str) -> str | None:
    """Name the kind of furniture that a line is, or ``None`` for the article's own text."""
    text = line.lstrip("#").strip().strip("*_").strip()
    if headline and _repeats_headline(text, headline):
        return "title repeated"
    for why, pattern in _RULES:
        if pattern.match(text):
            return why
    return "share bar" if _is_share_bar(text) else None


def _repeats_headline(text: str, headline: str) -> bool:
    """Tell whether a line is the headline, with or without the site's name behind it."""
    bare = _bare(text)
    if bare == headline:
        return True
    site = re.search(r"\s[|–—-]\s[^|–—]{2,40}\Z", text)
    return site is not None and _bare(text[: site.start()]) == headline


def _is_share_bar(text: str) -> bool:
    words = re.findall(r"[\w-]+", text.lower())
    if len(words) > _MAX_SHARE_WORDS or _ENDS_LIKE_PROSE.search(text):
        return False
    counted = [word for word in words if not word.isdigit()]
    return all(word in _SHARE_WORDS for word in counted) and any(
        word in _SHARE_ANCHORS for word in counted
    )


def _bare(text: str) -> str:
    """Reduce a line to its letters and digits, for comparing."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())
