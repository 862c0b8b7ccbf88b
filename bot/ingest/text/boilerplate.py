"""The boilerplate that a page puts around an article: credits, share bars, cookie notices, links.

Every rule describes lines that no writer would put into an article; where a line could be
either, it is the article's. The rules meet text that strangers wrote, so each takes time in
proportion to the line: no pattern repeats what it has repeated, and what would have to is code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.ingest.text.sentences import ends_like_sentence
from bot.language.plain_text import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

_MAX_LENGTH = 300
_MAX_NOTICE_LENGTH = 1000

_BULLET = r"\A[\s•·▪■●◆►▶»›→*+–—|-]*+"
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
_WORD = re.compile(r"[\w-]++")
_FIRST_WORD = re.compile(r"[a-z][\w-]*+")

_NO_WORDS = re.compile(r"\A[\W_]*+\Z")
_READ_ALSO = "|".join(
    (
        r"also read|read also|read more|read next|see also|see more|watch also|also see|"
        r"more on this(?: story| topic)?|related(?: articles?| stories| news| posts?)?|"
        r"recommended(?: for you| reading)?|further reading|don[’']t miss|"
        r"you (?:may|might) also (?:like|be interested in)|editor(?:s[’']|[’']s) recommendations|"
        r"more (?:must-reads|stories|news)(?: from [\w ]{1,30})?",
        r"lesen sie auch|mehr zum thema|auch interessant|"
        r"das (?:thema )?könnte (?:sie|dich|euch) auch interessieren",
        r"lire aussi|[àa] lire aussi|à lire|voir aussi|sur le même sujet|articles liés",
        r"l(?:ea|ee) (?:también|más)|te puede interesar|noticias relacionadas",
        r"leggi anche|potrebbe interessarti anche|articoli correlati",
        r"(?:lea|leia|veja) também|leia mais|notícias relacionadas",
        r"lees (?:ook|meer)|bekijk ook",
        r"(?:czytaj|zobacz|przeczytaj) (?:też|także|również)",
        r"(?:читайте|смотрите) также|материалы по теме|читайте також|дивіться також",
        r"ilgili haberler|διαβάστε (?:επίσης|ακόμα)|δείτε επίσης|cit(?:ește|iți) și|vezi și",
        r"(?:xem|đọc) thêm|tin liên quan|(?:यह|ये) भी पढ़ें|اقرأ أيض[اً]{1,2}|مواضيع ذات صلة",
        r"関連記事|(?:あわせ|合わせ)て読みたい|相[关關](?:新闻|新聞|阅读|閱讀)|延伸(?:阅读|閱讀)",
        r"관련 ?기사|ข่าวที่เกี่ยวข้อง|อ่านเพิ่มเติม",
    )
)
"""What stands before links to other articles, in each of the languages that are read."""

_LINK = re.compile(
    _BULLET + rf"(?:{_READ_ALSO})"
    r"(?:\s*+[:：|–—»›→]\s*+(?!(?-i:[a-z])).*|[\s»›→.…]*+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_LINK_WITHOUT_COLON = re.compile(
    _BULLET + r"(?:also read|read also|read more about|read more on|read more)\s.{1,120}\Z",
    re.IGNORECASE | re.DOTALL,
)
# A colon after one of these can as well begin an advice: “Recommended: Two doses a day.”
_ADVICE = re.compile(_BULLET + r"(?:related|recommended|see|further|don[’']t)\b", re.IGNORECASE)
_NEIGHBOUR = re.compile(r"\A(?:PREV|PREVIOUS|NEXT)\b")
_NAVIGATION = re.compile(
    r"\A(?:[«‹←<]*+\s*+(?:previous|prev|next)(?: (?:article|post|story|page)\s*+[:»›→>].*|"
    r"(?: (?:article|post|story|page))?+\s*+[:»›→>]*+)|"
    r"(?:continue reading|story continues below|back to top|skip to (?:main )?content|"
    r"load more|show more|view all|see all|view comments|home|menu)[\s.…»›→]*+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_WIKI = re.compile(
    r"\A(?:(?:\[[a-z][a-z ]{0,20}\]\s?)++|from [^.!?]{1,60}, the free (?:online )?"
    r"(?:encyclop[a]?edia|wiki)\b[^.!?]{0,40}|"
    r"from (?:the )?(?:(?-i:[A-Z])[\w’'-]*+ ){1,5}(?-i:[Ww]iki))\Z",
    re.IGNORECASE,
)
_COOKIE_BUTTON = re.compile(
    r"\A(?:(?:accept|reject|manage)(?: all)? cookies(?: \w{1,40}){0,2}|"
    r"(?:our )?cookie (?:policy|settings|preferences|notice|consent)\W*+)\Z",
    re.IGNORECASE,
)
_COOKIE_NOTICE = re.compile(
    r"\A(?:(?:we(?: and our partners)? use|this (?:web)?site uses) cookies\b|"
    r"by (?:continuing to (?:use|browse)|clicking [“\"']?accept)\b)",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:your (?:experience|browsing|visit|device|preferences|consent|privacy|settings)|"
    r"(?:this|our|the) (?:web)?site|privacy policy|cookie policy|accept|you agree|consent|"
    r"traffic|personali[sz]e|similar technologies)\b",
    re.IGNORECASE,
)
_COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)
_CREDIT = re.compile(
    r"\A[(\[]?(?:(?:(?:file |main |cover |header )?(?:photo(?:graph)?s?|image|picture|"
    r"illustration|video|graphic)(?: credits?| courtesy(?: of)?| source)?|credits?)"
    r"\s*+(?::|/|©|\bby\b)|©|\(c\)\s)",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\A[(\[]?(?:AP|AFP|EPA|PA|Reuters|Getty Images?|Shutterstock|iStock|Wikimedia Commons)"
    r"(?: (?:Photo|Images?|file))?(?=\s*+(?:/|via\b|-|[)\]]?\Z))",
)
_NAME = re.compile(r"\A(?:[A-Z\d@(][\w.,@’'&()-]*+|[\w.@-]++/[\w.@/-]++)[)\].]*+\Z")
_BETWEEN_NAMES = word_set("via for of the and by de del della der du von van al bin y / | & , – -")
_MAX_NAMES = 14
_IMAGE = re.compile(r"\A!\[[^\]]*+\]\([^)]*+\)\Z")
_ADVERTISEMENT = re.compile(
    _BULLET + r"(?:advertisements?|sponsored(?: content)?|promoted|ad|publicité|"
    r"(?:subscribe|sign up|sign in|log in|register)(?: (?:now|today|here|for free))?|"
    r"(?:subscribe|sign up) (?:to|for) (?:our|the|my) .{0,60}(?:newsletters?|channel|"
    r"updates|alerts|briefing).{0,40}|"
    r"(?:(?:follow|like|find|join) us|follow (?-i:@?[A-Z])[\w.@ -]{1,40}) on (?:facebook|twitter|x|"
    r"instagram|youtube|tiktok|whatsapp|telegram|linkedin|bluesky|threads|mastodon|google|"
    r"flipboard|pinterest|reddit|social|[@#]).{0,60}|"
    r"download our app.{0,40}|get (?:our|the) (?:free )?(?:newsletter|app)\b.{0,40})"
    r"[\s:.!…]*+\Z",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"\A(?:(?:copyright\s*+(?:©|\(c\)|\d{4})|©).{0,80}|.{0,60}\ball rights reserved\W*+|"
    r"(?:tags?|filed under|topics|keywords|categories)\s*+:\s*+(?!.{0,200}[.!?]\Z).{1,200}|"
    r"(?:most read|most popular|trending(?: now)?|latest news|top stories|"
    r"editor[’']s picks|our standards: .{1,80}|-{0,3} ?(?-i:ENDS|Ends) ?-{0,3}|"
    r"\((?:additional )?(?:reporting|writing|editing|compiled) by (?-i:[A-Z]).{1,200}\)|"
    r"(?:this (?:article|page|post|story) (?:may )?contains? affiliate links|"
    r"we may earn (?:a|an)(?: affiliate)? commission).{0,120}|"
    r"comments?(?: \(\d+\))?|\d++ comments?|(?:leave|post) a comment))\Z",
    re.IGNORECASE,
)
_TRAIL_SIGN = re.compile(r"[>›»/|]")
_TRAIL_PART = re.compile(r"\A[\w’'&. -]{1,60}\Z")
_MAX_TRAIL = 7
_TRAIL_STARTS = frozenset({"home", "news"})
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_MONTH = f"(?:{'|'.join(MONTHS)})"
DAY = (
    rf"(?:{_MONTH}\s++\d{{1,2}},?\s++\d{{4}}|\d{{1,2}}\s++{_MONTH},?\s++\d{{4}}|\d{{4}}-\d\d-\d\d)"
)
"""Matches a day as articles write it: “March 3, 2024”, “3 March 2024”, “2024-03-03”."""
_DATE_LINE = re.compile(
    r"\A(?:(?:published|updated|posted|last (?:updated|modified))(?: on| at)?\s*+(?::\s*+)?)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s++)?"
    rf"{DAY}"
    r"(?:,?\s*+(?:at )?\d{1,2}[:.h]\d\d\s*+(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?\Z",
    re.IGNORECASE,
)


def kind_of_boilerplate(line: str) -> str | None:
    """Return what kind of boilerplate a line is, or ``None`` for the article's own text.

    Args:
        line: A line without Markdown's marks and without white space around it.
    """
    if len(line) > _MAX_LENGTH:  # of all boilerplate, only notices are that long
        is_notice = len(line) <= _MAX_NOTICE_LENGTH and _is_cookie_notice(line)
        return "cookie notice" if is_notice else None
    for why, is_kind in _RULES:
        if is_kind(line):
            return why
    return None


def _is_link(line: str) -> bool:
    if _LINK.match(line):
        return not (_ADVICE.match(line) and ends_like_sentence(line))
    return bool(_LINK_WITHOUT_COLON.match(line)) and not ends_like_sentence(line)


def _is_navigation(line: str) -> bool:
    neighbour = _NEIGHBOUR.match(line) and not ends_like_sentence(line)
    return bool(neighbour) or bool(_NAVIGATION.match(line))


def _is_cookie_notice(line: str) -> bool:
    if _COOKIE_BUTTON.match(line):
        return True
    begun = _COOKIE_NOTICE.match(line)
    return (
        begun is not None
        and bool(_COOKIES.search(line))
        and bool(_CONSENT.search(line, begun.end()))
    )


def _is_credit(line: str) -> bool:
    """A credit is made of names, not of a sentence: “Photo: Jane Roe / AFP”."""
    label = _CREDIT.match(line)
    if label and _are_names(line[label.end() :]):
        return True
    agency = _AGENCY.match(line)
    if agency is None:
        return False
    others = line[agency.end() :].strip("/-)] ")
    return not others or _are_names(others)


def _are_names(text: str) -> bool:
    tokens = text.replace("/", " / ").split() if " /" in text or "/ " in text else text.split()
    names = [token for token in tokens if token.lower() not in _BETWEEN_NAMES]
    return bool(names) and len(tokens) <= _MAX_NAMES and all(_NAME.match(token) for token in names)


def _is_breadcrumb(line: str) -> bool:
    if line.lstrip()[:4].lower() not in _TRAIL_STARTS:
        return False
    first, *others = (part.strip() for part in _TRAIL_SIGN.split(line))
    return (
        first.lower() in _TRAIL_STARTS
        and 0 < len(others) < _MAX_TRAIL
        and all(_TRAIL_PART.match(part) for part in others)
    )


def _is_share_bar(line: str) -> bool:
    lower = line.lower()
    first = _FIRST_WORD.match(lower)
    if first is not None and first[0] not in _SHARE_WORDS:  # most lines are the article's
        return False
    words = _WORD.findall(lower)
    if len(words) > _MAX_SHARE_WORDS or ends_like_sentence(line):
        return False
    counted = [word for word in words if not word.isdigit()]
    return all(word in _SHARE_WORDS for word in counted) and any(
        word in _SHARE_ANCHORS for word in counted
    )


_RULES: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("no words", _NO_WORDS.match),
    ("link to another article", _is_link),
    ("link to another page", _is_navigation),
    ("link to another page", _WIKI.match),
    ("cookie notice", _is_cookie_notice),
    ("image credit", _is_credit),
    ("image", _IMAGE.match),
    ("advertisement or promotion", _ADVERTISEMENT.match),
    ("page footer", _FOOTER.match),
    ("breadcrumb", _is_breadcrumb),
    ("date line", _DATE_LINE.match),
    ("share bar", _is_share_bar),
)
