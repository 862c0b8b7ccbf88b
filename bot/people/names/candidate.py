"""A span of an article that may be a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.people.article_person import Role
from bot.people.roles.find_roles import find_roles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.article import Span
    from bot.language.name_rules import NameRules
    from bot.people.text.name_spans import NameSpan
    from bot.people.text.tokens import Token


@dataclass(slots=True)
class NameCandidate:
    """A span of an article that may be a name, while it is being decided on.

    Attributes:
        passage: The passage's position in the article.
        in_heading: Whether it stands in the sub-heading above the passage.
        text: The text of the passage or the heading.
        tokens: The text's words.
        sentence: The sentence that the span stands in.
        span: The span.
        key: The entries of the name's words.
        score: How much speaks for the span being a name; above 0 it is likelier than not.
        evident: Whether a title or a role stands before it.
        speaks: Whether a verb of speech stands beside it.
        placed: Whether a word like *in* or *at* stands before it, or *the* and behind it a thing's.
        reached: Whether that, or one like *from* or *to*, stands before it.
        settled: Whether “village of” or the like stands before it.
        thing: Whether a kind of animal stands beside it, or “a catamaran called” or the like.
        ship: Whether a kind of ship stands before it.
        firm: Whether what stands beside it shows that it is a firm.
        somebody: Whether what follows it is said of people alone.
        couple: Whether it is of two who have one title each: “Mr and Mrs Smith”.
        after_article: Whether *the* stands before it.
        owns: Whether a possessive ending stands behind it.
        in_line_up: Whether it stands in a line-up, which says nothing of who somebody is.
        shared: The surname that the name behind it says for both: “Tomas and Eero Vasko”.
    """

    passage: int
    in_heading: bool
    text: str
    tokens: Sequence[Token]
    sentence: Span
    span: NameSpan
    key: tuple[str, ...]
    score: float
    evident: bool = False
    speaks: bool = False
    placed: bool = False
    reached: bool = False
    settled: bool = False
    thing: bool = False
    ship: bool = False
    firm: bool = False
    somebody: bool = False
    couple: bool = False
    after_article: bool = False
    owns: bool = False
    in_line_up: bool = False
    shared: tuple[Token, ...] = ()

    def roles(self, rules: NameRules) -> Iterator[Role]:
        """Yield the roles that the sentence gives; a heading and a line-up give none."""
        if not self.in_heading and not self.in_line_up:
            for role in find_roles(self.text, self.tokens, self.span, self.sentence, rules):
                yield Role(self.passage, role.span, role.strength)
