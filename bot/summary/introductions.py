"""Find sentences that call somebody by a surname alone whom an earlier one introduces."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from bot.language.names.by_language import name_rules_for
from bot.language.possessives import without_possessive

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from bot.articles.article import Article
    from bot.articles.quote import Quote
    from bot.language.name_rules import NameRules
    from bot.summary.sentences import Candidate

_NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]{0,30}")
_BETWEEN = re.compile(r"\.? ((?:[a-z]{1,5} ){0,2})\Z")
_VERB_BEHIND = re.compile(r" (?:also |then )?([a-z]{3,12})\b")
_VERB_BEFORE = re.compile(r"[ ”\"]([a-z]{3,12}) \Z")
_LONGEST_VERB = 14


class _Name(NamedTuple):
    """A capitalised word.

    Attributes:
        word: The word, without a possessive ending.
        has_given: Whether another name stands before it, as a given name does.
        match: Where it stands.
    """

    word: str
    has_given: bool
    match: re.Match[str]


class Introductions:
    """Which sentence introduces whom another one calls by a surname alone.

    “Dr Rosewarne said” needs “Dr Imke Rosewarne, the naturalist,”, and “Zhou said” “Zhou Mei Lan”;
    what the headline or the first sentence has needs nothing.

    Args:
        candidates: The sentences, in their order.
        article: The article; of one in a language whose names aren't known no sentence needs any.
    """

    def __init__(self, candidates: Sequence[Candidate], article: Article) -> None:
        rules = name_rules_for(article.language)
        texts = [article.title, *(candidate.quote.text for candidate in candidates)]
        named: list[list[_Name]] = [[] for _ in texts]
        if rules is not None and not rules.nouns_capitalised:
            named = [_names(text, rules) for text in texts]
        self._speech_verbs = rules.speech_verbs if rules else frozenset[str]()
        headline, *self._names = named
        self._in_headline = {name.word for name in headline}

    def among(self, places: Sequence[int]) -> list[tuple[int, ...]]:
        """Return for each of some sentences which of them introduce whom it names.

        Args:
            places: Which of all sentences are meant, in their order.

        Returns:
            Positions in ``places``, of earlier sentences each.
        """
        opening = (self._names[place] for place in places[:1])
        known = self._in_headline.union(name.word for names in opening for name in names)
        introduced: dict[str, int] = {}
        surname_first: dict[str, int] = {}
        found = []
        for position, place in enumerate(places):
            names = self._names[place]
            full = {name.word for name in names if name.has_given}
            # A name behind it stands behind a Chinese surname as well.
            heads = {name.word for name, behind in itertools.pairwise(names) if behind.has_given}
            bare = [name for name in names if name.word not in full | known]
            needed = {introduced[name.word] for name in bare if name.word in introduced}
            needed |= {
                surname_first[name.word]
                for name in bare
                if name.word in surname_first
                and name.word not in heads
                and _speaks(name.match, self._speech_verbs)
            }
            found.append(tuple(sorted(needed)))
            for word in full:
                introduced.setdefault(word, position)
            for word in heads:
                surname_first.setdefault(word, position)
        return found


def is_of_protagonist(quote: Quote) -> bool:
    """Whether *he* or *she* in a sentence is whom its whole article is about.

    The headline names somebody whom the first paragraph has with a given name, and nobody else is
    named in the paragraph before the sentence.

    Args:
        quote: The sentence, in which nobody else is named either.
    """
    article = quote.article
    rules = name_rules_for(article.language)
    if rules is None or rules.nouns_capitalised:
        return False
    opening = {name.word for name in _names(article.passages[0].text, rules) if name.has_given}
    protagonists = opening & {name.word for name in _names(article.title, rules)}
    before = _names(quote.passage.text[: quote.span[0]], rules)
    named = {name.word for name in before if name.has_given or name.word in opening}
    return len(protagonists) == 1 and named <= protagonists


def _names(text: str, rules: NameRules) -> list[_Name]:
    """Return the capitalised words of a text, with what stands around each."""
    found: list[_Name] = []
    before: re.Match[str] | None = None
    for match in _NAME.finditer(text):
        gap = _BETWEEN.match(text, before.end(), match.start()) if before else None
        joined = gap is not None and rules.particles.issuperset(gap[1].split())
        has_given = before is not None and joined and _is_name(before[0], rules)
        found.append(_Name(without_possessive(match[0]), has_given, match))
        before = match
    return found


def _speaks(name: re.Match[str], speech_verbs: Set[str]) -> bool:
    """Whether a verb of speech stands beside a name: “Zhou said”, “added Zhou”."""
    start, end = name.span()
    behind = _VERB_BEHIND.match(name.string, end)
    before = _VERB_BEFORE.search(name.string, max(0, start - _LONGEST_VERB), start)
    return any(verb is not None and verb[1] in speech_verbs for verb in (behind, before))


def _is_name(word: str, rules: NameRules) -> bool:
    """Whether a capitalised word is no small word and no title: neither “The” nor “Mr”."""
    lower = word.lower()
    return not (
        lower in rules.common_capitalised or lower in rules.honorifics or lower in rules.offices
    )
