"""Find sentences that call somebody by a surname alone whom an earlier one introduces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.names.by_language import name_rules_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.article import Article
    from bot.articles.quote import Quote
    from bot.language.name_rules import NameRules
    from bot.summary.sentences import Candidate

_NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]{0,30}")
_BETWEEN = re.compile(r"\.? ((?:[a-z]{1,5} ){0,2})\Z")
_POSSESSIVE = ("’s", "'s", "’", "'")


class Introductions:
    """Which sentence introduces whom another one calls by a surname alone.

    “Dr Rosewarne said” needs “Dr Imke Rosewarne, the naturalist,”; what the headline or the first
    sentence has needs nothing.

    Args:
        candidates: The sentences, in their order.
        article: The article; of one in a language whose names aren't known no sentence needs any.
    """

    def __init__(self, candidates: Sequence[Candidate], article: Article) -> None:
        rules = name_rules_for(article.language)
        texts = [article.title, *(candidate.quote.text for candidate in candidates)]
        named: list[list[tuple[str, bool]]] = [[] for _ in texts]
        if rules is not None and not rules.nouns_capitalised:
            named = [list(_names(text, rules)) for text in texts]
        headline, *self._names = named
        self._in_headline = {word for word, _ in headline}

    def among(self, places: Sequence[int]) -> list[tuple[int, ...]]:
        """Return for each of some sentences which of them introduce whom it names.

        Args:
            places: Which of all sentences are meant, in their order.

        Returns:
            Positions in ``places``, of earlier sentences each.
        """
        opening = (self._names[place] for place in places[:1])
        known = self._in_headline.union(word for names in opening for word, _ in names)
        introduced: dict[str, int] = {}
        found = []
        for position, place in enumerate(places):
            names = self._names[place]
            full = {word for word, has_given in names if has_given}
            bare = {word for word, has_given in names if not has_given} - full - known
            found.append(tuple(sorted({introduced[word] for word in bare if word in introduced})))
            for word in full:
                introduced.setdefault(word, position)
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
    opening = {word for word, has_given in _names(article.passages[0].text, rules) if has_given}
    protagonists = opening & {word for word, _ in _names(article.title, rules)}
    before = quote.passage.text[: quote.span[0]]
    named = {word for word, has_given in _names(before, rules) if has_given or word in opening}
    return len(protagonists) == 1 and named <= protagonists


def _names(text: str, rules: NameRules) -> Iterator[tuple[str, bool]]:
    """Yield capitalised words, and whether another name stands before each, as a given name."""
    before: re.Match[str] | None = None
    for match in _NAME.finditer(text):
        gap = _BETWEEN.match(text, before.end(), match.start()) if before else None
        joined = gap is not None and rules.particles.issuperset(gap[1].split())
        yield _bare(match[0]), before is not None and joined and _is_name(before[0], rules)
        before = match


def _is_name(word: str, rules: NameRules) -> bool:
    """Whether a capitalised word is no small word and no title: neither “The” nor “Mr”."""
    lower = word.lower()
    return not (
        lower in rules.common_capitalised or lower in rules.honorifics or lower in rules.offices
    )


def _bare(word: str) -> str:
    for ending in _POSSESSIVE:
        word = word.removesuffix(ending)
    return word
