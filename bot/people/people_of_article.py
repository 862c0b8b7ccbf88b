"""Find the people of an article in the language that it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.names.by_language import name_rules_for
from bot.people.find_people import find_people_in
from bot.people.gazetteer import shipped_gazetteer
from bot.people.text.name_lexicon import NameLexicon

if TYPE_CHECKING:
    from bot.articles.article import Article
    from bot.people.article_person import ArticlePerson


def people_of(article: Article) -> tuple[ArticlePerson, ...]:
    """Return the people of an article: nobody, in a language of which nothing is known of names."""
    rules = name_rules_for(article.language)
    return find_people_in(article, NameLexicon(shipped_gazetteer(), rules)) if rules else ()
