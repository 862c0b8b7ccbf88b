"""The sentences that a summary may quote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.articles.quote import Quote
from bot.language.packs import pack_for
from bot.language.plain_text import count_words
from bot.language.sentences.captions import captions_in, is_credit
from bot.language.sentences.line_marks import LIST_ITEM
from bot.summary.interviews import Turns, is_short_question, stands_behind_question, turns_of
from bot.summary.quotations import Quotations, has_first_person, is_quotation, prompt_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.articles.article import Article, Passage
    from bot.language.analysis.analyser import Analyser

_MIN_WORDS = 5
_MAX_WORDS = 120
_FINISHED = re.compile(r"[.!?…。！？।؟۔;][\"'”’»)\]“」』]{0,4}\Z")
_WITHOUT_STOPS = frozenset({"th"})
"""Languages in which no mark ends a sentence."""

_MARKS = (("“", "”"), ("「", "」"), ("『", "』"))
_POINTER = re.compile(
    r"\A(?:[Ff]ile (?:photo|image|picture)|Pictured|Scroll down|Click here|Watch|Read more)\b"
    r"|\AHere(?:[’']s| is| are) (?:a look|how|the|what|where|why|\w+ (?:questions|things|ways))\b"
)
"""Matches what points to a picture or elsewhere."""

_ROLL_SIGN = re.compile(r"[:;–]")
_ROLL_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_FEWEST_IN_ROLL = 8
_CAPITALISED = 0.75
"""The share of capitalised words that a team's line-up has, and hardly any sentence."""

_DASHES = "–—"
"""Marks of a list's item that somebody's words begin with as well."""

_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]{1,20}(?: [A-ZÀ-Þ][\w.'’-]{1,20}){0,3}, \d{1,2}\.? [^\W\d_]{3,10}\.? \d{4}"
    r"|[A-ZÀ-Þ][A-ZÀ-Þ.'’/-]{1,20}(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’/-]{1,20}){0,3}"
    r"(?:, [A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20}){0,2}){0,2}"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?:,? \([A-Za-z .]{2,20}\))?|\((?:CNN|AP|AFP|Reuters|PA|UPI)\)|CNN|AP|AFP|Reuters)"
    r" ?(?:-{1,2}|–|—) (?=\S)|\((?:CNN|AP|AFP|Reuters)\) ?(?=[A-Z“\"])"
    # “Taipei, Nov. 17 (CNA) The ministry …”
    r"|[A-ZÀ-Þ][\w.'’-]{1,20}(?: [A-ZÀ-Þ][\w.'’-]{1,20}){0,2}, [A-Z][a-z]{2,8}\.? \d{1,2}"
    r" \([A-Z][A-Za-z ]{1,19}\) ?(?:-{1,2} |[–—] )?(?=[A-Z“\"])"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, before it is known whether it is worth quoting.

    Attributes:
        order: How many sentences before it aren't somebody's words from end to end; whom *he* means
            behind such words, the sentence before them says.
        quote: The sentence, without the mark of a list's item or an article's dateline.
        words: How many words it has.
        quoted: Whether it is part of somebody's longer quotation, or of an interview's answer, so
            that it doesn't say whose words it is.
        asked: Whether it is what an interviewer says, or the question that a paragraph ends with.
        caption: Whether it describes a picture, or says who made it.
        behind_question: Whether the paragraph before its own asks, so that it may lean on that.
    """

    order: int
    quote: Quote
    words: int
    quoted: bool
    asked: bool = False
    caption: bool = False
    behind_question: bool = False

    @property
    def is_quotable(self) -> bool:
        """Whether it stands on its own: whole, no caption, no speech without its speaker."""
        if self.asked or self.caption:
            return False
        text = self.quote.text
        finished = _FINISHED.search(text) or self.quote.article.language in _WITHOUT_STOPS
        if not _MIN_WORDS <= self.words <= _MAX_WORDS or not finished:
            return False
        if _POINTER.search(text) or not _is_balanced(text) or _is_roll(text):
            return False
        return not is_quotation(text)

    @property
    def in_first_person(self) -> bool:
        """Whether it says *I* or *we* outside quotation marks."""
        return has_first_person(self.quote.text, self.quote.article.language)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that a summary may quote.

    Attributes:
        sentence: The sentence.
        terms: Its stems, repeated as they are.
    """

    sentence: Sentence
    terms: tuple[str, ...]

    @property
    def quote(self) -> Quote:
        """The sentence as it stands."""
        return self.sentence.quote

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.sentence.words


def _is_roll(text: str) -> bool:
    """Whether a text lists names and says nothing of them: “Rovers: Lee; Ruiz, Bell; …”."""
    if not _ROLL_SIGN.search(text):
        return False
    words = _ROLL_WORD.findall(text)
    capitalised = sum(word[0].isupper() for word in words)
    return len(words) >= _FEWEST_IN_ROLL and capitalised >= _CAPITALISED * len(words)


def _is_balanced(text: str) -> bool:
    """Whether every quotation that begins in a sentence ends in it."""
    if "„" in text:
        return text.count("„") == text.count("“") + text.count("”")
    pairs = all(text.count(opening) == text.count(closing) for opening, closing in _MARKS)
    return pairs and text.count('"') % 2 == 0


def sentences_of(passages: Iterable[tuple[Article, Passage]]) -> Iterator[Sentence]:
    """Yield all sentences of passages, in their order."""
    order = 0
    quotations = Quotations()
    current: Article | None = None
    turns = Turns()
    for article, passage in passages:
        quotations.begin(passage.text)
        if article is not current:
            current, turns = article, turns_of(article)
        answered_from = prompt_end(passage.text, passage.sentences, article.language)
        question = len(passage.sentences) - 1 if is_short_question(passage) else None
        behind_question = stands_behind_question(article, passage)
        captions = captions_in(article, passage, pack_for(article.language))
        for place, (start, end) in enumerate(passage.sentences):
            heard = quotations.read(passage.text, start, end)
            opens = passage is article.passages[0] and (start, end) == passage.sentences[0]
            if opens and (dateline := _DATELINE.match(passage.text, start, end)):
                start = dateline.end()  # noqa: PLW2901
            elif passage.text[start] not in _DASHES and (
                mark := LIST_ITEM.match(passage.text, start, end)
            ):
                start = mark.end()  # noqa: PLW2901
            quote = Quote(article, passage, (start, end))
            asked = end <= answered_from or passage.id in turns.asked or place == question
            answers = passage.id in turns.answers or (bool(answered_from) and not asked)
            quoted = heard.quoted or answers
            caption = place < captions or is_credit(quote.text)
            words = count_words(quote.text)
            yield Sentence(order, quote, words, quoted, asked, caption, behind_question)
            order += not heard.wholly


def candidates_of(sentences: Iterable[Sentence], analyser: Analyser) -> list[Candidate]:
    """Return sentences with their stems."""
    return [Candidate(s, tuple(analyser.terms(s.quote.text))) for s in sentences]
