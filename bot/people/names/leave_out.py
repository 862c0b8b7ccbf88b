"""Leave out the candidates that the article as a whole shows to be no person's: places, firms."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.people.names.animals import names_animal
from bot.people.names.firms import firm_keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.article import Article
    from bot.language.name_rules import NameRules
    from bot.people.names.candidate import NameCandidate
    from bot.people.text.name_lexicon import NameLexicon

_OFTEN_REACHED = 2


def without_places(found: Sequence[NameCandidate], lexicon: NameLexicon) -> list[NameCandidate]:
    """Leave out what half of the time stands behind “in” or “at”, and never says anything.

    What is once called a village or a town is left out as well, and what begins with no given name
    and stands behind “from” or “to” as often. A full name that begins with a given name, other
    than a common word, stays.

    Args:
        found: The candidates of an article.
        lexicon: What is known of names.
    """
    settled = {item.key for item in found if item.settled}
    settled -= {item.key for item in found if item.evident}
    places = settled | _names_of_places(found, lexicon)
    return [item for item in found if item.key not in places]


def _names_of_places(found: Sequence[NameCandidate], lexicon: NameLexicon) -> set[tuple[str, ...]]:
    """Return the names that stand behind “in”, or behind “from”, half of the time."""
    counts = Counter(item.key for item in found)
    placed = Counter(item.key for item in found if item.placed)
    reached = Counter(item.key for item in found if item.reached)
    given_names = lexicon.gazetteer.given_names
    within = {
        key
        for key, count in placed.items()
        if 2 * count >= counts[key]
        and (
            len(key) == 1
            or not lexicon.begins_with_given_name(key)
            or key[0] in lexicon.gazetteer.common_words
        )
    }
    towards = {
        key
        for key, count in reached.items()
        if count >= _OFTEN_REACHED
        and 2 * count >= counts[key]
        and len(key) > 1
        and key[0] not in given_names
    }
    shown = {item.key for item in found if item.evident or (item.speaks and not item.placed)}
    return (within | towards) - shown


def without_firms_and_ships(
    found: Sequence[NameCandidate], rules: NameRules
) -> list[NameCandidate]:
    """Leave out firms, and ships, unless a title or a role shows that somebody is called so.

    Args:
        found: The candidates of an article.
        rules: The language's words.
    """
    shown = {item.key for item in found if item.evident or item.somebody}
    shown |= {item.key[-1:] for item in found if len(item.key) > 1}
    firms = firm_keys([(item.key, item.firm) for item in found], rules) - shown
    # “Copper producer Arden Brooke Plc” is a firm whatever stands before it.
    firms |= {item.key for item in found if item.key[-1] in rules.corporate_endings} - {
        item.key for item in found if item.somebody
    }
    firms |= {item.key for item in found if item.ship and len(item.key) > 1} - shown
    return [
        item
        for item in found
        if not item.ship and not (item.firm and len(item.key) == 1) and item.key not in firms
    ]


def without_animals_and_storms(
    found: Sequence[NameCandidate], article: Article, rules: NameRules
) -> list[NameCandidate]:
    """Leave out animals, and the one whom a headline on an animal is about.

    That is the bare name which is said most often, unless it speaks or has a title or a role.
    Storms are left out as well, and what they are called for short.

    Args:
        found: The candidates of the article.
        article: The article.
        rules: The language's words.
    """
    storms = {item.key[1:] for item in found if item.key[0] in rules.storms}
    found = [item for item in found if item.key not in storms and item.key[0] not in rules.storms]
    spoken = (item for item in found if item.evident or (item.speaks and not item.thing))
    shown = {item.key for item in spoken}
    animals = {item.key for item in found if item.thing} - shown
    surnames = {item.key[-1] for item in found if len(item.key) > 1}
    if names_animal(article.title, rules):
        bare = Counter(item.key for item in found if item.key[0] not in surnames)
        hero, count = max(bare.items(), key=lambda pair: pair[1], default=(("",), 0))
        if count > 1 and len(hero) == 1 and hero not in shown:
            animals.add(hero)
    return [item for item in found if item.key not in animals]
