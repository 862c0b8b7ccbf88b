"""A person as all articles show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.articles.article import Article
    from bot.articles.quote import Quote


@dataclass(frozen=True, slots=True)
class Person:
    """A person as all articles show them; also an organisation or a place that is asked for.

    The roles of an organisation or a place are what the articles say it is.

    Attributes:
        id: A short slug of the name.
        name: The fullest name that an article uses.
        aliases: The other forms that articles use, the most used first.
        roles: What articles say the person is, the plainest statement first.
        by_article: In which articles the person is named, and how often, most often first.
        passages: The passages that are most about the person, best first, each quoted whole.
        companions: The names of those who share passages with the person, most often first.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    roles: tuple[Quote, ...]
    by_article: tuple[tuple[Article, int], ...]
    passages: tuple[Quote, ...]
    companions: tuple[str, ...]

    @property
    def mentions(self) -> int:
        """The number of mentions in all articles."""
        return sum(count for _, count in self.by_article)

    def to_dict(self) -> dict[str, object]:
        """Return the person as a JSON object."""
        return {
            "name": self.name,
            "aliases": list(self.aliases),
            "roles": [{**role.to_dict(), "article": role.article.to_dict()} for role in self.roles],
            "mentions": self.mentions,
            "passages": [
                {
                    "passage": quote.text,
                    "paragraph": quote.passage.number,
                    "article": quote.article.to_dict(),
                }
                for quote in self.passages
            ],
        }
