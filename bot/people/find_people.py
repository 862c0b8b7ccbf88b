"""Find the people of one article: their names, every mention of them, and their roles."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from bot.language.name_parts import SURNAME_PREFIXES
from bot.language.possessives import ALL_POSSESSIVES
from bot.people.article_person import ArticlePerson, Mention
from bot.people.identity.bare_names import BareNames
from bot.people.identity.full_names import FullNames
from bot.people.identity.name_forms import plain_key, surname_keys
from bot.people.identity.person_draft import PersonDraft
from bot.people.names.find_candidates import find_candidates
from bot.people.roles.find_roles import STATED
from bot.people.text.article_words import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from bot.articles.article import Article
    from bot.language.name_rules import NameRules
    from bot.people.article_person import Role
    from bot.people.names.candidate import NameCandidate
    from bot.people.text.name_lexicon import NameLexicon
    from bot.people.text.tokens import Token

_SINGLE_FROM = 1.5
_WEAK_FROM = -2.2
# Of the different words of an English article, more than half are common English ones; of a
# German or Spanish one, hardly a tenth.
_KNOWN_WORDS = 0.25
_FEW_WORDS = 20
_QUOTED = frozenset({'"', "”", "’"})


def find_people_in(article: Article, lexicon: NameLexicon) -> tuple[ArticlePerson, ...]:
    """Return the people of an article, in the order in which it first names them.

    Args:
        article: The article; its headline is not read, as headlines capitalise anything.
        lexicon: What is known of names.
    """
    words = words_of(article)
    if not _is_readable(article, lexicon, words.lowercase):
        return ()
    found = find_candidates(article, words, lexicon)
    best: dict[tuple[str, ...], float] = defaultdict(lambda: float("-inf"))
    for item in found:
        best[item.key] = max(best[item.key], item.score)
    full = {key for key, score in best.items() if len(key) > 1 and score > 0}
    full -= _bare_surnames(full, lexicon.rules)
    drafts, owners = _draft_full_names([item for item in found if item.key in full])
    couples = [item for item in found if item.couple]
    bare = BareNames(drafts, lexicon.rules)
    left = _give_mentions([item for item in found if not item.couple], bare, owners)
    _give_couples(couples, drafts)
    tells = lexicon.rules.personal_words
    personal = not tells or not words.lowercase.isdisjoint(tells)
    drafts += _draft_single_names(left, best, lexicon, personal=personal)
    names = {
        (item.passage, item.span.span[1]): item
        for draft in drafts
        for item in draft.found
        if not item.in_heading
    }
    people = [_article_person(draft, names, lexicon.rules) for draft in drafts if draft.found]
    return tuple(sorted(people, key=lambda person: person.mentions[0]))


def _bare_surnames(full: AbstractSet[tuple[str, ...]], rules: NameRules) -> set[tuple[str, ...]]:
    """Return the names that are another's surname with its particles: “van Hesselink”."""
    small = rules.particles | SURNAME_PREFIXES
    begun = {key for key in full if key[0] in small}
    if not begun:
        return begun
    surnames = {surname for key in full - begun for surname in surname_keys(key)}
    return {key for key in begun if " ".join(key) in surnames}


def _is_readable(article: Article, lexicon: NameLexicon, words: frozenset[str]) -> bool:
    """Whether an article is in the language whose words the lexicon has."""
    if not article.language.startswith(lexicon.rules.language):
        return False
    if not lexicon.rules.common_words_known:
        return True
    known = len(words & lexicon.gazetteer.common_words)
    return len(words) < _FEW_WORDS or known >= _KNOWN_WORDS * len(words)


def _draft_full_names(
    found: Sequence[NameCandidate],
) -> tuple[list[PersonDraft], dict[tuple[str, ...], PersonDraft]]:
    """Return a draft for each person with a full name, and whose each full name is."""
    drafts: list[PersonDraft] = []
    owners: dict[tuple[str, ...], PersonDraft] = {}
    names = FullNames()
    firsts: dict[tuple[str, ...], NameCandidate] = {}
    for item in found:
        firsts.setdefault(item.key, item)
    for key, item in firsts.items():
        number = names.find(key)
        if number is None:
            number = len(drafts)
            drafts.append(PersonDraft())
        names.add(key, number)
        drafts[number].add_form(item)
        owners[key] = drafts[number]
    return drafts, owners


def _give_mentions(
    found: Sequence[NameCandidate],
    bare: BareNames,
    owners: Mapping[tuple[str, ...], PersonDraft],
) -> list[NameCandidate]:
    """Assign each mention to its person, and return those of nobody with a full name."""
    left: list[NameCandidate] = []
    for item in found:
        draft = owners.get(item.key)
        if draft is not None:
            bare.add_full(item, draft)
        else:
            draft = bare.owner_of(item)
        if draft is None:
            left.append(item)
        else:
            draft.found.append(item)
    return left


def _give_couples(couples: Sequence[NameCandidate], drafts: Sequence[PersonDraft]) -> None:
    """Assign “Mr and Mrs Smith” to both where two have that surname; else nobody is called so."""
    for item in couples:
        owners = [draft for draft in drafts if " ".join(item.key) in draft.surnames]
        if len(owners) == len(("Mr Smith", "Mrs Smith")):
            for draft in owners:
                draft.found.append(item)


def _draft_single_names(
    found: Sequence[NameCandidate],
    best: Mapping[tuple[str, ...], float],
    lexicon: NameLexicon,
    *,
    personal: bool,
) -> list[PersonDraft]:
    """Return a draft for each person who is called by one name throughout.

    That a given name is repeated shows somebody only where the article is `personal`, as where it
    says *she* or *my*, or where somebody of that name is quoted.
    """
    evident = {item.key for item in found if item.evident}
    counts = Counter(item.key for item in found)
    lone = {item.key for item in found if not item.owns}
    things = {item.key for item in found if item.after_article}
    quoted = {item.key for item in found if _is_quoted(item, lexicon.rules)}
    mere = {item.key for item in found if item.key[0] in lexicon.gazetteer.common_words}
    mere -= evident | {item.key for item in found if item.speaks}  # “the Association of Banks”
    drafts: dict[tuple[str, ...], PersonDraft] = {}
    for item in found:
        score = best[item.key]
        if len(item.key) > 1 or score <= _WEAK_FROM or (score <= 0 and item.span.starts_sentence):
            continue
        name = item.key[0]
        given = name in lexicon.gazetteer.given_names and name not in lexicon.gazetteer.places
        # “Moody's” is a firm, and “the Heidrun” a field: nobody is called so throughout.
        told = personal or item.key in quoted
        repeated = told and counts[item.key] > 1 and given and item.key in lone - things
        certain = score > _SINGLE_FROM and (
            item.key in evident or repeated or (given and _has_role(item, lexicon.rules))
        )
        if certain or item.key not in mere:
            drafts.setdefault(item.key, PersonDraft(certain=certain)).found.append(item)
    return list(drafts.values())


def _is_quoted(item: NameCandidate, rules: NameRules) -> bool:
    """Whether a quotation and a verb of speech stand before a name: “No,” said Oscar."""
    first = item.span.first
    if not first or item.tokens[first - 1].text not in rules.speech_verbs:
        return False
    verb = item.tokens[first - 1].start
    return item.text[max(0, verb - 2) : verb].rstrip()[-1:] in _QUOTED


def _has_role(item: NameCandidate, rules: NameRules) -> bool:
    """Whether the text says plainly what somebody is: “a boy of ten, Fiachra, ran out”."""
    return any(role.strength == STATED for role in item.roles(rules))


def _article_person(
    draft: PersonDraft, named: Mapping[tuple[int, int], NameCandidate], rules: NameRules
) -> ArticlePerson:
    ordered = sorted(
        draft.found, key=lambda item: (item.passage, not item.in_heading, item.span.span)
    )
    forms: dict[tuple[str, ...], str] = {}
    for item in ordered:
        if item.key not in forms:
            forms[item.key] = _written((*item.span.tokens, *item.shared))
    fullest = max(forms, key=lambda key: (len(plain_key(key)), len(" ".join(key))))
    names = [forms[fullest], *(form for key, form in forms.items() if key != fullest)]
    roles = sorted(
        {role for item in ordered for role in item.roles(rules) if not _is_name(role, named)},
        key=lambda role: (-role.strength, role.passage, role.span),
    )
    return ArticlePerson(
        name=names[0],
        forms=tuple(names),
        mentions=tuple(
            Mention(item.passage, (0, 0) if item.in_heading else item.span.span) for item in ordered
        ),
        roles=tuple(roles),
        certain=draft.certain,
    )


def _is_name(role: Role, names: Mapping[tuple[int, int], NameCandidate]) -> bool:
    """Whether a role is only the name before it in a list: “Ann Shearer, Bo Ek, who was there”."""
    named = names.get((role.passage, role.span[1]))
    if named is None:
        return False
    rest = named.text[role.span[0] : named.span.start]
    return not rest or rest.rstrip().endswith(ALL_POSSESSIVES)


def _written(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens)
