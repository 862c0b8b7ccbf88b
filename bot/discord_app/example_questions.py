"""Example questions and commands that the loaded articles can answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.discord_app.locale.language import Language
    from bot.library.library import Library
    from bot.people.lookup.directory import PeopleDirectory

_TRIED = 20
_SHIPPED = (
    "Who takes over from Josep Borrell?",
    "Where are soldiers from North Korea fighting?",
    "When does Trump move back into the White House?",
)
"""Questions about the article that ships; where it is not there, they are not answered."""


def find_commands(library: Library, people: PeopleDirectory, language: Language) -> list[str]:
    """Return commands that these articles answer: a question, a person, and an article.

    Args:
        library: The articles.
        people: The people in them.
        language: Whose names the commands and their options have, as Discord shows them.
    """
    about = _about_people(library, people, lambda name: language.say("Who is {name}?", name=name))
    commands = [_command(language, "ask", "question", question) for question in _first(about, 1)]
    known = [person for person in people.people[:_TRIED] if person.roles]
    commands.extend(_command(language, "who", "name", person.name) for person in known[:1])
    commands.extend(
        _command(language, "summary", "article", article.title) for article in library.articles[:1]
    )
    return commands


def find_questions(library: Library, people: PeopleDirectory, most: int = 3) -> list[str]:
    """Return questions that these articles answer with confidence."""
    shipped = (question for question in _SHIPPED if library.ask(question).answered)
    found = _first(shipped, most)
    about = _about_people(library, people, "Who is {}?".format)
    return found + _first(about, most - len(found))


def _about_people(
    library: Library, people: PeopleDirectory, asked: Callable[[str], str]
) -> Iterator[str]:
    for person in people.people[:_TRIED]:
        question = asked(person.name)
        if person.roles and library.ask(question).answered:
            yield question


def _first(questions: Iterator[str], most: int) -> list[str]:
    return [question for question, _ in zip(questions, range(most), strict=False)]


def _command(language: Language, command: str, option: str, value: str) -> str:
    return f"/{language.name(command)} {language.name(option)}:{value}"
