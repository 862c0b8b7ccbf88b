"""The commands that query the articles: ask, claim, summary, who and check."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bot.library.article_choice import UnknownArticleError
from bot.library.claim_check import check_claim
from bot.library.request import read_request
from bot.settings import load_settings
from bot.summary.digest import day_of, newest_first
from bot.summary.summary import LENGTHS, Summary, TopicSummary
from bot.terminal.console import (
    CorpusOption,
    JsonOption,
    fail,
    open_console,
    open_library,
    print_json,
)
from bot.terminal.show import show_answer, show_check, show_people, show_summary, show_topic_summary
from bot.terminal.show_requests import (
    digest_as_json,
    request_as_json,
    show_claim,
    show_digest,
    show_request,
)

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library.library import Library

_IDS_NAMED = 20
_NO_CONTACT = (
    "FOOTNOTE_CONTACT is not set: a site that is read can't find out whose bot that is. Set it to "
    "an address of yours, as in https://example.org/bot or mailto:bot@example.org"
)

QuestionArgument = Annotated[str | None, typer.Argument(help="What you want to know.")]
ClaimArgument = Annotated[str, typer.Argument(help="What somebody claims.")]
LinesOption = Annotated[
    bool,
    typer.Option(
        "--json",
        help="Print one JSON object. Without a question, read one a line from standard input "
        "and print one object a line.",
    ),
]
ArticleArgument = Annotated[
    str | None,
    typer.Argument(
        help="The article: its id (see check), its title or a part of either; else the newest."
    ),
]
LengthOption = Annotated[
    str, typer.Option(help="short, medium or long: about 60, 120 or 200 words.")
]
TopicOption = Annotated[
    str | None,
    typer.Option(
        help="A question or a few words: what the article, or all articles, say about it."
    ),
]
DayOption = Annotated[
    str | None,
    typer.Option(help="A day, such as 2026-02-15: one sentence of each of its articles."),
]
NameArgument = Annotated[
    str | None, typer.Argument(help="A name; without one everybody is listed.")
]


def ask(
    question: QuestionArgument = None,
    corpus: CorpusOption = None,
    as_json: LinesOption = False,
) -> None:
    """Answer a question with the passage that fits it best; "tl;dr" gives a summary."""
    if as_json:
        library = open_library(corpus)
        for line in sys.stdin if question is None else [question]:
            print_json(_response(line.rstrip("\r\n"), library))
        return
    if question is None:
        fail('give a question in quotation marks, as in: ask "Who is Marco Rubio?"')
    library = open_library(corpus)
    request = read_request(question, library)
    if request is None:
        open_console().print(show_answer(library.ask(question)))
    else:
        open_console().print(show_request(request, library))


def _response(question: str, library: Library) -> dict[str, object]:
    """Return the answer to a question, or what else it requests, as a JSON object."""
    request = read_request(question, library)
    if request is None:
        return library.ask(question).to_dict()
    return request_as_json(request, question, library)


def claim(text: ClaimArgument, corpus: CorpusOption = None, as_json: JsonOption = False) -> None:
    """Set what somebody claims beside the sentences that come closest, with what differs."""
    checked = check_claim(open_library(corpus), text)
    if as_json:
        print_json(checked.to_dict())
    else:
        open_console().print(show_claim(checked))


def summary(
    article: ArticleArgument = None,
    length: LengthOption = "medium",
    topic: TopicOption = None,
    day: DayOption = None,
    corpus: CorpusOption = None,
    as_json: JsonOption = False,
) -> None:
    """Condense an article, a day, or what all articles say about a topic, into quoted sentences."""
    if length not in LENGTHS:
        fail(f"--length is {length!r}, but must be one of {', '.join(LENGTHS)}")
    if day is not None:
        if article is not None or topic is not None:
            fail("--day takes all articles of that day: leave out the article and --topic")
        _summarise_day(day, corpus, as_json=as_json)
        return
    library = open_library(corpus)
    result: Summary | TopicSummary
    is_newest = article is None and topic is None and len(library.articles) > 1
    if is_newest:
        article = newest_first(library.articles)[0].id
    try:
        if topic is None:
            result = library.summary(article, LENGTHS[length])
        else:
            result = library.within(article).topic_summary(topic, LENGTHS[length])
    except UnknownArticleError as error:
        ids = ", ".join(article.id for article in library.articles[:_IDS_NAMED])
        more = len(library.articles) - _IDS_NAMED
        ending = f" … and {more} more" if more > 0 else ""
        fail(f"{error}: {ids}{ending}" if ids else str(error))
    if as_json:
        print_json(result.to_dict())
    else:
        open_console().print(
            show_summary(result, is_newest=is_newest)
            if isinstance(result, Summary)
            else show_topic_summary(result)
        )


def _summarise_day(day: str, corpus: Path | None, *, as_json: bool) -> None:
    """Print one sentence of each article of a day, the newest first."""
    wanted = day_of(day)
    if wanted is None:
        fail(f"--day is {day!r}, but must be a day such as 2026-02-15")
    library = open_library(corpus)
    sentences = library.digest([one for one in library.articles if one.date == wanted])
    if as_json:
        print_json({"day": wanted.isoformat(), "sentences": digest_as_json(sentences)})
    else:
        open_console().print(show_digest(sentences))


def who(
    name: NameArgument = None, corpus: CorpusOption = None, as_json: JsonOption = False
) -> None:
    """Say who somebody is, in the articles' own words."""
    found = open_library(corpus).who(name)
    if as_json:
        print_json(found.to_dict())
    else:
        open_console().print(show_people(found, named=name is not None))


def check(corpus: CorpusOption = None, as_json: JsonOption = False) -> None:
    """List every article, what was cleaned away from it, and every refused file with the reason.

    The exit status is 1 if any file was refused.
    """
    library = open_library(corpus)
    if as_json:
        print_json(library.to_dict())
    else:
        open_console().print(show_check(library))
    settings = load_settings(corpus=corpus)
    if settings.token and not settings.contact:
        typer.echo(_NO_CONTACT, err=True)
    raise typer.Exit(1 if library.refused else 0)
