"""Analyse text in which no white space parts words: its n-grams stand in their place.

Pairs of characters carry a meaning in Chinese and Japanese, pairs of syllables in Korean, and
pairs of clusters, a consonant with its vowels and marks, in Thai (McNamee and Mayfield, 2004).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from bot.language.alternatives import any_word
from bot.language.analysis.amounts import AMOUNT, amount_of, is_amount
from bot.language.analysis.analyser import Analyser, without_addresses
from bot.language.analysis.chinese_script import as_read
from bot.language.analysis.japanese_endings import as_listed, words_of
from bot.language.analysis.korean_endings import without_endings
from bot.language.analysis.word_analyser import LATIN_WORD, ascii_digits, tidy
from bot.language.lexicon import Lexicon, Script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_COUNTED = "年月日号號日時时点點分秒世"
_NUMBER = rf"\d+(?:[.,]\d+)*(?:(?<=\d)[{_COUNTED}])?"
_KOREAN_NUMBER = r"\d+(?:[.,]\d+)*(?:(?<=(?<!\d)\d{4})년|(?<=(?<!\d)\d\d?)[월일])?"
_YEAR = "년"
_THOUSANDS = regex.compile(r"(?<=\d),(?=\d{3})")
_RUNS = {
    Script.HAN: r"[\p{Han}\p{Hiragana}\p{Katakana}ー々〆]+",
    Script.SYLLABIC: r"\p{Hangul}+",
    Script.THAI: r"\p{Thai}+",
}
_FIRST_IN_PAIRS = "\u0e00"
"""The first character of the scripts that are read in pairs, Thai; whole words come before it."""

_CLUSTER = regex.compile(r"[เ-ไ]?[ก-ฮ][\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]*|.", regex.DOTALL)

# Where a run is cut: words that only hold others together, and question words. Chinese characters
# that also begin or end words of news (和, 在, 都, 个) are left.
_CUTS = {
    "zh": "什么时候|什么地方|什么样|啥时候|为啥|"
    "[这那][座位个条只种家些里边次]?|哪[座位个条只种家些里边次儿一]?|如何|[它她](?!妈)|(?<!其)他|们|以后|之后|以前|之前|一共|总共|到底|究竟|"
    "为什么|什么|甚么|怎么样|怎么|怎样|为何|多少|"
    "何时|何地|何人|何处|何种|请问|是谁|[的了是吗呢吧啊谁被把]",
    "ja": "どうやって|どうして|だったの|ていますか|ているの|てたの|てるの|ています|ている|ていた|"
    "ていない|たのか|るのか|なのか|たのは|るのは|なのは|だった|であった|なった|たち|さん|のか|てた|てる|もらえる|"
    "ですか|でしたか|ましたか|ますか|ませんか|でした|ました|ません|ますが|です|ます|"
    "いくつ|いくら|いつ|どこ|どれ|どの|どんな|なぜ|だれ|誰|何|"
    r"(?<=[\p{Han}\p{Katakana}ー])(?:[はのをにともへや]|[がで](?![りるっれらろ]))|を|のは|とは|には|では",
    "th": "เพราะเหตุใด|เพราะอะไร|เมื่อไหร่|เมื่อไร|เมื่อใด|ตอนไหน|ที่ไหน|ที่ใด|อย่างไร|ยังไง|"
    "เท่าไหร่|เท่าไร|เท่าใด|ทำไม|อะไร|ใคร|ไหน|ไหม|มั้ย|กี่|ซึ่ง|และ|หรือ|ๆ|ฯ|ใด",
}


# Not Chinese, most of whose words are a single pair.
_LONG_WORDS = frozenset({"ja", "ko", "th"})


class NgramAnalyser(Analyser):
    """Turns text into overlapping n-grams, each a form and a term; other scripts' words stay whole.

    Args:
        lexicon: The language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(frozenset(map(tidy, lexicon.stop_words)))
        self._code = lexicon.code
        whole = any_word(_whole_words(lexicon))
        run = _RUNS[lexicon.script]
        number = _KOREAN_NUMBER if lexicon.script is Script.SYLLABIC else _NUMBER
        if lexicon.script is not Script.THAI:
            number = f"{AMOUNT}|{number}"
        self._token = regex.compile(
            rf"(?P<word>{number}|{LATIN_WORD}{'|' + whole if whole else ''})|(?P<run>{run})"
            r"|(?P<other>[\p{L}\p{M}]+)"
        )
        cuts = _CUTS.get(lexicon.code)
        self._cut = regex.compile(tidy(cuts)) if cuts else None
        self._grams = {
            Script.THAI: _cluster_pairs,
            Script.SYLLABIC: _syllable_pairs,
            Script.HAN: _kanji_pairs if lexicon.code == "ja" else _pairs,
        }[lexicon.script]

    def words(self, text: str) -> list[str]:
        """Return the n-grams and words of a text, for :meth:`forms_of`."""
        found: list[str] = []
        read = as_read(tidy(without_addresses(text)), self._code)
        for match in self._token.finditer(read):
            if match["run"]:
                for run in self._cut.split(match["run"]) if self._cut else (match["run"],):
                    found += self._grams(run)
            else:
                found.append(match[0])
        return found

    def shares_of(
        self, text: str, forms: Sequence[str], sequence: Sequence[int]
    ) -> tuple[float, ...]:
        """Return what each form counts for, as neighbours of one run say the same in part.

        Four pairs of one run count together as two do that have nothing in common: else a long
        word outweighs all others, and whatever passage has it seems to answer.
        """
        if self._code not in _LONG_WORDS:
            return super().shares_of(text, forms, sequence)
        longest = [1] * len(forms)
        run: list[int] = []
        for position in (*sequence, None):
            if position is None or not (run and _overlap(forms[run[-1]], forms[position])):
                for place in run:
                    longest[place] = max(longest[place], len(run))
                run = []
            if position is not None:
                run.append(position)
        return tuple([length**-0.5 for length in longest])

    def overlaps_of(self, forms: Sequence[str], sequence: Sequence[int]) -> tuple[bool, ...]:
        """Return whether each pair of characters overlaps with the next, where most are words."""
        if self._code in _LONG_WORDS:
            return ()
        neighbours = pairwise(sequence)
        return tuple([_overlap(forms[first], forms[second]) for first, second in neighbours])

    def forms_of(self, word: str) -> tuple[str, ...]:
        """Return an n-gram or a word as a form, or nothing for a stop word."""
        lower = ascii_digits(word.lower())
        if lower[0].isdigit():
            if is_amount(lower):
                return (amount_of(lower),)
            return (_THOUSANDS.sub("", lower).rstrip(_COUNTED + _YEAR),)
        return self.without_stop_words([lower])


def _whole_words(lexicon: Lexicon) -> Iterator[str]:
    """Yield the words that stay whole where they begin a run: days and months."""
    if lexicon.script is not Script.SYLLABIC:
        yield from (word for word in map(tidy, lexicon.times) if len(word) > 1)


def _overlap(first: str, second: str) -> bool:
    """Return whether two forms are neighbouring pairs of characters or of clusters."""
    if min(first[-1], second[0]) < _FIRST_IN_PAIRS:
        return False
    return any(first.endswith(second[:size]) for size in range(1, len(second)))


def _pairs(run: str) -> Iterable[str]:
    """Return the pairs of neighbours in a run, or the only character."""
    if len(run) == 1:
        return (run,)
    return [run[at : at + 2] for at in range(len(run) - 1)]


def _kanji_pairs(run: str) -> Iterable[str]:
    """Return the pairs of a Japanese run's characters, none of them of two words."""
    return [as_listed(pair) for word in words_of(run) for pair in _pairs(word)]


def _syllable_pairs(run: str) -> Iterable[str]:
    """Return the pairs of a Korean word's syllables, without the endings that it has."""
    word = without_endings(run)
    return _pairs(word) if word else ()


def _cluster_pairs(run: str) -> Iterable[str]:
    """Return the pairs of a Thai run's clusters, or the only cluster."""
    clusters: list[str] = _CLUSTER.findall(run)
    if len(clusters) == 1:
        return clusters
    return [clusters[at] + clusters[at + 1] for at in range(len(clusters) - 1)]
