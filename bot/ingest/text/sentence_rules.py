"""Split text into sentences in languages other than English, by rules for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from bot.language.lexicon import Lexicon, Script
from bot.language.plain_text import longest_first

if TYPE_CHECKING:
    from collections.abc import Iterator

_FULL_WIDTH = "。！？｡"
_OWN_MARKS = "؟۔।॥"
_STOP = regex.compile(rf"[.!?…{_FULL_WIDTH}{_OWN_MARKS}]+")
_GREEK_STOP = regex.compile(r"[.!?…;\u037e]+")
_CLOSERS = "\"'”’»)]›」』）】“"
_OPENERS = "\"'“‘«([‹„「『（【¿¡–—-»›"
_WORD_BEFORE = regex.compile(r"[\p{L}\p{M}\p{N}.-]{0,24}\Z")
_NEXT_WORD = regex.compile(r"[\p{L}\p{M}]{1,24}+")
_INITIALISM = regex.compile(r"(?<!\p{L})(?:\p{L}{1,2}\.){1,20}\p{L}{1,2}\Z")
_WORD_AND_NEXT = regex.compile(r"(?P<word>[\p{L}\p{M}]{1,24}+)\s(?P<next>\S)")
_ORDINAL = regex.compile(r"(?:\d{1,2}|[IVX]{1,5})\Z")
_AFTER_YEAR = regex.compile(r"\d\s?\Z")
_YEAR_WORDS = frozenset({"г", "гг", "р", "рр", "r", "в", "вв", "w", "st", "ст"})
"""Words for *year* and *century* where they follow a number; then they may end a sentence."""

_SUMS = frozenset({"руб", "коп", "грн"})
"""Currencies, abbreviated, that nothing with a capital letter follows within a sentence."""

_SPACED_MARKS = "!?"
"""What French parts from the word before it. Other stops that stand free end nothing."""

_SPACED_CLOSER = regex.compile(r"[\u00a0\u202f]»| »(?=[\s.,;]|\Z)")
"""A quotation mark that French parts from what it closes. Elsewhere one after a plain space and
before a word opens."""

_QUOTATION = regex.compile(
    r"“[^“”]{1,200}”|„[^„“”]{1,200}[“”]|«[^«»]{1,200}»|「[^「」]{1,200}」|『[^『』]{1,200}』"
    r"|(?<![^\s(\[])\"[^\"]{1,200}\"|(?<![^\s(\[])‘[^‘]{1,200}’(?=[,\s])"
)
_TURNED_QUOTATION = regex.compile(r"»[^«»]{1,200}«|›[^‹›]{1,200}‹")
"""A quotation as German books and some papers print it."""

_TURNED_CLOSER = regex.compile(r"[«‹]{1,2}(?=[\s.,;:)]|\Z)(?!\u00a0|\u202f)")
_INTRODUCED = regex.compile(r"[:：，,]\s?\Z")
_RUNS_ON = regex.compile(r"[,،;，、]|\s?\p{Ll}|[とのをがはにで라고]")

_THAI_LEAST = 30
"""Characters that a Thai sentence has at least where a space alone ends it."""

_THAI_LEAST_PIECE = 10
"""Characters without a space that end or begin a sentence; fewer are a name or a unit."""

_THAI_FOLLOWS = longest_first(
    "และ ซึ่ง ที่ หรือ แต่ โดย เพราะ จึง ว่า เพื่อ กับ จาก ของ ทำให้ รวมถึง จะ ได้ ครึ่ง ช้ากว่า แล่น ๆ ฯ จน "
    "พร้อม ด้วย แล้ว ก่อน ขณะ ตั้งแต่ จังหวัด อำเภอ ตำบล ประเทศ วัย อายุ เป็น คือ ใต้ เหนือ บอก กล่าว ระบุ "
    "เตือน ชี้ เผย ยืนยัน อ้าง เสนอ ถูก ต้อง เหลือ เพียง ส่วน ระหว่าง ภายใน แม้ ถึง"
)
"""What a Thai sentence goes on with after a space: what joins, what takes up a subject."""

_THAI_BEGINS = longest_first(
    "นาย นาง นัก ชาว ผู้ เขา เธอ พวกเขา การ ความ ทุก เจ้าหน้าที่ ตำรวจ คณะ สมาชิก เหตุการณ์ นอกจาก "
    "ต่อมา ปัจจุบัน ทั้งนี้ อย่างไรก็ตาม ดังนั้น จากนั้น"
)
"""What begins a Thai sentence so often that one may end even with a number before it."""

_THAI_FRONTS = longest_first(
    "ใน เมื่อ หลัง ตั้งแต่ เนื่องจาก หาก ถ้า แม้ ก่อน นับแต่ ระหว่าง สำหรับ ที่ ขณะที่ ทุกปี ทุกวัน ทุกเดือน"
)
"""What begins a clause that the main one follows after a space: *in the year …*, *because …*."""

_SPACE = regex.compile(r"\s+")


def boundaries(text: str, lexicon: Lexicon) -> Iterator[int]:
    """Yield the offsets after which a new sentence starts, in order.

    Args:
        text: One paragraph.
        lexicon: The language.
    """
    if lexicon.script is Script.THAI:
        yield from _thai_boundaries(text, lexicon)
        return
    run_on = _run_on_quotations(text, lexicon)
    stops = _GREEK_STOP if lexicon.code == "el" else _STOP
    last = 0
    for stop in stops.finditer(text):
        if stop.start() < last or not stop.start():
            continue
        if text[stop.start() - 1].isspace() and stop[0].strip(_SPACED_MARKS):
            continue
        end = _skip_closers(text, stop.end())
        while run_on and run_on[-1][1] < end:
            run_on.pop()
        inside = bool(run_on) and run_on[-1][0] < stop.start()
        if end < len(text) and not inside and _ends(text, stop, end, lexicon):
            last = end
            yield end


def _run_on_quotations(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the quotations that their sentence runs on after, the last one first."""
    spans = []
    found = [*_QUOTATION.finditer(text)]
    if lexicon.code == "de":
        found = sorted([*found, *_TURNED_QUOTATION.finditer(text)], key=regex.Match.start)
    for match in found:
        introduced = _INTRODUCED.search(text, max(0, match.start() - 2), match.start())
        follows_at_once = (
            text[match.end() - 2] in _FULL_WIDTH
            and match.end() < len(text)
            and not text[match.end()].isspace()
        )
        if _RUNS_ON.match(text, match.end()) or (follows_at_once and not introduced):
            spans.append(match.span())
    return spans[::-1]


def _skip_closers(text: str, end: int) -> int:
    apart = _SPACED_CLOSER.match(text, end) or _TURNED_CLOSER.match(text, end)
    if apart:
        end = apart.end()
    while end < len(text) and text[end] in _CLOSERS:
        if text[end] in "\"'“" and not text[end + 1 : end + 2].isspace() and end + 1 < len(text):
            break
        end += 1
    return end


def _ends(text: str, stop: regex.Match[str], end: int, lexicon: Lexicon) -> bool:
    mark = stop[0][-1]
    if mark in _FULL_WIDTH or mark in _OWN_MARKS:
        return True
    if not text[end].isspace():
        return False
    following = end
    while following < len(text) and (text[following].isspace() or text[following] in _OPENERS):
        following += 1
    first = text[following : following + 1]
    if not first or first.islower() or first in ",;:)]%":
        return False
    if stop[0] != "." or end > stop.end():
        return True
    return _allowed_by_word(text, stop, following, lexicon)


def _allowed_by_word(text: str, stop: regex.Match[str], following: int, lexicon: Lexicon) -> bool:
    """Decide by the word before a full stop, and by what stands at an offset after it."""
    before = _WORD_BEFORE.search(text, max(0, stop.start() - 24), stop.start())
    word = (before[0] if before else "").strip(".-")
    lower = word.lower()
    if lower in _SUMS:
        return not text[following].isdigit()
    if lower in lexicon.abbreviations:
        start = stop.start() - len(word)
        after_year = _AFTER_YEAR.search(text, max(0, start - 2), start)
        return lower in _YEAR_WORDS and after_year is not None and not text[following].isdigit()
    if len(word) == 1 and word.isupper():
        return False
    if _INITIALISM.search(word):
        return word.isupper() and _goes_on_small(text, following, lexicon)
    if not (lexicon.ordinal_stop and _ORDINAL.fullmatch(word)):
        return True
    # Behind an ordinal stands a noun or what is written small: “der 30. April”. A capitalised
    # small word begins a sentence: “Frist ist der 30. Danach wird gemahnt.”
    found = _NEXT_WORD.match(text, following)
    behind = found[0].lower() if found else ""
    return behind in lexicon.stop_words or behind in lexicon.openings


def _goes_on_small(text: str, following: int, lexicon: Lexicon) -> bool:
    """Return whether a small word stands at an offset, before one without a capital letter.

    What begins so behind initials is a sentence: “compró Endesa S.A. El precio subió”, but not
    “J.M.G. Le Clézio”.
    """
    found = _WORD_AND_NEXT.match(text, following)
    small = lexicon.stop_words | lexicon.openings
    return found is not None and found["word"].lower() in small and found["next"].islower()


def _thai_boundaries(text: str, lexicon: Lexicon) -> Iterator[int]:
    """Yield the spaces that stand between two parts long enough to be sentences.

    No mark ends a Thai sentence. A space stands between sentences, but also around numbers and
    names, and before a relative clause. Where nothing tells, no sentence ends: one that is quoted
    with the next says more than half of one.
    """
    quoted = [match.span() for match in _QUOTATION.finditer(text)][::-1]
    times = tuple(lexicon.times)
    last = piece = 0
    for space in _SPACE.finditer(text):
        start, end = space.span()
        while quoted and quoted[-1][1] <= start:
            quoted.pop()
        inside = bool(quoted) and quoted[-1][0] < start
        long_enough = min(start - last, len(text) - end) >= _THAI_LEAST
        if not inside and long_enough and _thai_ends(text, (last, piece, start), end, times):
            last = end
            yield start
        piece = end


def _thai_ends(text: str, places: tuple[int, int, int], end: int, times: tuple[str, ...]) -> bool:
    """Return whether a Thai sentence ends at a space.

    Args:
        text: The paragraph.
        places: Where the sentence begins, where the last piece of it that white space parts
            does, and where the space does.
        end: Where the next piece begins.
        times: The words for times, around which spaces stand.
    """
    first, piece, start = places
    after = text[end : end + _THAI_LEAST]
    if after.startswith(_THAI_FOLLOWS) or (piece == first and text.startswith(_THAI_FRONTS, first)):
        return False
    if after.startswith(_THAI_BEGINS):
        return True
    before = text[start - 1]
    if any(character.isdigit() or character.isascii() for character in (before, after[0])):
        return False
    if text.endswith((*times, "ๆ", "ว่า"), first, start) or start - piece < _THAI_LEAST_PIECE:
        return False
    return len(_SPACE.split(after, maxsplit=1)[0]) >= _THAI_LEAST_PIECE
