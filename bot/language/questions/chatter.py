"""Separate a question from the small talk around it, and recognise greetings."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from itertools import chain
from typing import Literal

import regex

from bot.language.alternatives import any_of

Pointed = Literal[
    "greeting",
    "thanks",
    "farewell",
    "reaction",
    "help",
    "adding",
    "people",
    "privacy",
    "check",
    "doubt",
]
"""What a message may be that gets a pointer to what can be asked."""

Talk = Pointed | Literal["news"]
"""What a message may be that asks nothing of the articles' text."""

MAX_LENGTH = 2000
"""Characters of a message that are read; Discord lets a member type no more."""

_LONGEST_TALK = 200

_MOST_STRIPPED = 60
"""Phrases that are taken off one end at most."""

_MENTION = regex.compile(
    r"<a?:\w{1,40}:\d{1,25}>|<(?:@[!&]?|\#)\d{1,25}>|(?<!\w)@(?:everyone|here)\b"
    r"|(?<![\w:]):[a-z][\w+-]{1,30}:(?![\w:])"
)
_EMOJI = regex.compile(
    r"[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\ufe0f\u200d\u20e3]"
    r"|(?<!\S)(?:[:;=]['^-]?[()DPpOo3/|*]{1,9}|[xX]D{1,9}|<3{1,9}|\^_*\^)(?=[\s.,!?]|\Z)"
)
_SPACE = regex.compile(r"\s+")
_AFTER_ALL = regex.compile(r"(?<![\s!.,;:…~*_，。、～-])[\s!.,;:…~*_，。、～-]++\Z")
_LAST_MARKS = regex.compile(r"(?<![?!¿¡\s])[?!¿¡\s]++\Z")
_QUESTION_MARKS = ("?", "？")
_ONLY_MARKS = " ?!¿¡？！"
_GAP = r"[\s,.!;:…~*()_，。！、；：～（）-]"
_LETTER = r"[\p{L}\p{M}\p{N}]"
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}]"
_BEGINS = rf"(?:(?<!{_LETTER}|['’-])|(?<={_UNSPACED})(?=\p{{Latin}}))"
_ENDS = rf"(?:(?!{_LETTER}|['’-])|(?<=\p{{Latin}})(?={_UNSPACED}))"


@dataclass(frozen=True)
class Chatter:
    """What people say in one language around a question, or in place of one.

    Each is a tuple of alternatives of a regular expression, matched without regard to case.

    Attributes:
        greetings: *hello*.
        thanks: *thank you*.
        farewells: *goodbye*.
        help: What asks how the bot is used.
        adding: What asks how articles are added, or which files and links the bot reads.
        people: What asks for a list of everybody in the articles.
        privacy: What asks what is kept about people, or to delete it.
        news: What asks which articles are new.
        check: What asks whether something that somebody else said is true.
        doubt: What doubts an answer, or asks where it is from.
        praise: What thanks where nothing else is said: *great*.
        reactions: What says nothing where it is all that is said: *hm*, *yes*, *test*.
        fillers: What says nothing at either end of a question: *please*, *lol*.
        asides: What says nothing at its beginning, or in a sentence after it: *just curious*.
        openers: What says nothing at its beginning: *can someone tell me*.
        addressed: Who may be addressed after a greeting or thanks: *guys*.
        joined_before: Where no white space parts words: what says nothing right before a question.
        joined_behind: The same right after one.
    """

    greetings: tuple[str, ...] = ()
    thanks: tuple[str, ...] = ()
    farewells: tuple[str, ...] = ()
    help: tuple[str, ...] = ()
    adding: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    privacy: tuple[str, ...] = ()
    news: tuple[str, ...] = ()
    check: tuple[str, ...] = ()
    doubt: tuple[str, ...] = ()
    praise: tuple[str, ...] = ()
    reactions: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()
    joined_before: tuple[str, ...] = ()
    joined_behind: tuple[str, ...] = ()

    def with_more(self, other: Chatter) -> Chatter:
        """Return what is said in this language and in another."""
        return Chatter(
            *(getattr(self, one.name) + getattr(other, one.name) for one in fields(Chatter))
        )

    def without_noise(self, text: str) -> str:
        """Return a question without mentions, emoji, laughter, and what is said around it.

        Where nothing else is left, the text is returned without mentions and emoji alone.

        Args:
            text: What somebody wrote; its first ``MAX_LENGTH`` characters are read.
        """
        plain = _bare(text)
        left = plain
        for _ in range(_MOST_STRIPPED):
            shorter = self._at_start.sub("", self._at_end.sub("", left, count=1), count=1)
            if shorter == left or not shorter.strip(_ONLY_MARKS):
                break
            left = shorter
        mark = next((mark for mark in _QUESTION_MARKS if mark in plain), "")
        asks = mark and not any(one in left for one in _QUESTION_MARKS)
        return _tidy(f"{left}{mark}" if asks else left)

    def talk_of(self, text: str) -> Talk | None:
        """Return what a message is that asks nothing of the articles' text, or ``None``."""
        plain = _bare(text).strip(" ?!.,;:…~*_-()¿¡")
        if len(plain) > _LONGEST_TALK:
            return None
        if not plain:
            return "reaction"
        asked = self.without_noise(plain).rstrip(" ?!.")
        if self._any_kind.fullmatch(plain) or self._any_kind.fullmatch(asked):
            for kind, pattern in self._by_kind.items():
                if pattern.fullmatch(plain) or pattern.fullmatch(asked):
                    return kind
        said_nothing = any(map(self._only_reactions.fullmatch, (plain, asked)))
        return "reaction" if said_nothing else None

    @cached_property
    def _addressed(self) -> str:
        return rf"(?:{_GAP}+(?:{any_of(self.addressed)}))?" if self.addressed else ""

    @cached_property
    def _at_start(self) -> regex.Pattern[str]:
        greeting = rf"(?:{any_of(self.greetings)}){self._addressed}"
        noise = f"{greeting}|{any_of(self.fillers + self.openers + self.asides)}"
        spaced = rf"(?:{noise}){_ENDS}"
        joined = rf"(?>(?:{any_of(self.joined_before)}){_GAP}*+)++"
        return regex.compile(rf"\A{_GAP}*+(?:{joined}|{spaced}){_GAP}*+", _FLAGS)

    @cached_property
    def _at_end(self) -> regex.Pattern[str]:
        thanks = rf"(?:{any_of(self.thanks)}){self._addressed}"
        aside = rf"(?<=[?!.,;…]\s{{0,3}})(?:{any_of(self.asides)})"
        spaced = rf"{_BEGINS}(?:{thanks}|{any_of(self.fillers)}|{aside})"
        joined = rf"(?>{_GAP}*(?:{any_of(self.joined_behind)}))++"
        return regex.compile(rf"{_GAP}*(?:{joined}|{spaced})[\s\p{{P}}]*+\Z", _BACK)

    @cached_property
    def _only_reactions(self) -> regex.Pattern[str]:
        whole = rf"(?:{any_of(self.reactions + self.praise)}){_ENDS}"
        return regex.compile(rf"(?>(?:{whole}|{any_of(self.fillers)})[\s\p{{P}}]*+)++", _FLAGS)

    @cached_property
    def _any_kind(self) -> regex.Pattern[str]:
        # Few messages are of any kind, and one pattern is compiled much faster than all of them.
        return self._all_of(tuple(chain.from_iterable(self._said.values())))

    @cached_property
    def _by_kind(self) -> dict[Talk, regex.Pattern[str]]:
        return {kind: self._all_of(phrases) for kind, phrases in self._said.items()}

    @property
    def _said(self) -> dict[Talk, tuple[str, ...]]:
        return {
            "help": self.help,
            "adding": self.adding,
            "people": self.people,
            "privacy": self.privacy,
            "news": self.news,
            "check": self.check,
            "doubt": self.doubt,
            "thanks": self.thanks + self.praise,
            "farewell": self.farewells,
            "greeting": self.greetings,
        }

    def _all_of(self, phrases: tuple[str, ...]) -> regex.Pattern[str]:
        """Return what matches a message that is one of some phrases, and small talk around it."""
        noise = any_of(self.greetings + self.thanks + self.fillers)
        around = rf"(?:(?:{noise}){self._addressed}[\s\p{{P}}]*+){{0,3}}"
        return regex.compile(
            rf"{around}(?:{any_of(phrases)}){self._addressed}[\s\p{{P}}]*+{around}", _FLAGS
        )


_FLAGS = regex.IGNORECASE | regex.V0
_BACK = _FLAGS | regex.REVERSE


def _bare(text: str) -> str:
    """Return a message without mentions and emoji, on one line."""
    without = _EMOJI.sub(" ", _MENTION.sub(" ", text[:MAX_LENGTH]))
    return _SPACE.sub(" ", without).strip()


def _tidy(text: str) -> str:
    """Return a question without what stands after it, and with one question mark for many."""
    said = _AFTER_ALL.sub("", text)
    said = _LAST_MARKS.sub(lambda marks: "?" if "?" in marks[0] else marks[0], said)
    return said.lstrip(" ,.!;:…~-")
