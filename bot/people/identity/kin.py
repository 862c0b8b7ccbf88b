"""Tell who is introduced as somebody's relative: “her husband, Luc Marchetti”."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.name_rules import NameRules
    from bot.people.names.candidate import NameCandidate


class Kin(NamedTuple):
    """What the words beside a name say of a relative.

    Attributes:
        is_relative: Whether the name is introduced as a relative's.
        sex: “m” or “f” where the words tell whether it is a man or a woman, else nothing.
        whose: The same of the person whose relative it is.
    """

    is_relative: bool = False
    sex: str = ""
    whose: str = ""


def kin_of(item: NameCandidate, rules: NameRules) -> Kin:
    """Return what is said of a name as a relative's where it stands.

    “The son of a miner” is nobody's relative whom an article names.

    Args:
        item: The name.
        rules: The language's words.
    """
    if not rules.kin:
        return Kin()
    for role in item.roles(rules):
        start, end = role.span
        words = [word.strip(",.").lower() for word in item.text[start:end].split()]
        place = next((at for at, word in enumerate(words) if _is_kin(word, rules)), None)
        if place is not None and not _is_of_some(words[place + 1 :], rules):
            before = item.text[:start].rpartition(" ")[0].rpartition(" ")[2].lower()
            return Kin(is_relative=True, sex=_sex(words[place], rules), whose=_sex(before, rules))
    return Kin()


def sex_of_title(item: NameCandidate, rules: NameRules) -> str:
    """Return “m” for “Mr Smith”, “f” for “Mrs Smith”, nothing where no title tells."""
    return next(filter(None, (_sex(token.entry, rules) for token in item.span.prefix)), "")


def _is_kin(word: str, rules: NameRules) -> bool:
    return word in rules.kin or rules.phrases.singular(word) in rules.kin


def _is_of_some(words: Sequence[str], rules: NameRules) -> bool:
    return len(words) > 1 and words[1] in rules.phrases.indefinite_articles


def _sex(word: str, rules: NameRules) -> str:
    """Return “m” or “f” where a word tells; “daughters” is asked for “daughter”, no “Mrs”."""
    for form in (word, rules.phrases.singular(word)):
        if form in rules.masculine:
            return "m"
        if form in rules.feminine:
            return "f"
    return ""
