"""Format results for the terminal: functions from results to rich renderables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from babel import Locale
from rich.console import Group
from rich.table import Table
from rich.text import Text

from bot.ingest.draft import is_titled_by_file
from bot.language.plain_text import plain, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from bot.articles.article import Article, Passage, Span
    from bot.articles.quote import Quote
    from bot.library.library import Library
    from bot.people.lookup.directory import PeopleFound
    from bot.people.person import Person
    from bot.retrieval.answer import Answer, Hit
    from bot.summary.summary import Summary, TopicSummary

_CUT = 160


def show_answer(answer: Answer) -> RenderableType:
    """Return an answer, possible answers, or the reason for none with the nearest passage."""
    if answer.parts:
        return _parts(answer)
    if answer.answered:
        note = Text(f"{answer.confidence:.0%} sure", style="dim")
        if answer.older:
            note = Text(f"older: {len(answer.older)} more\n", style="dim") + note
        return Group(*_hit(answer.hits[0]), note)
    parts: list[RenderableType] = [Text(answer.reason or "", style="bold")]
    parts += _written_in(answer)
    for hit, shown in zip(answer.shown, answer.quotations, strict=True):
        words = Text.assemble("“", _in_bold(shown, hit.sentence), "”")
        parts += [words, Text("  " + citation(hit.article, hit.passage), style="dim")]
    if answer.outcome == "none" and answer.hits:
        parts += [Text("The nearest passage, not an answer:", style="dim"), *_hit(answer.hits[0])]
    return Group(*parts)


def _parts(answer: Answer) -> RenderableType:
    """Return the best sentence for each part of a question, numbered, and where it stands."""
    parts: list[RenderableType] = []
    if answer.reason:
        parts.append(Text(answer.reason, style="bold"))
    parts += _written_in(answer)
    for number, part in enumerate(answer.parts, start=1):
        hit = part.hit
        parts.append(Text(f"[{number}] “{plain(hit.sentence_text)}”"))
        parts.append(Text("    " + citation(hit.article, hit.passage), style="dim"))
    return Group(*parts)


def _written_in(answer: Answer) -> list[RenderableType]:
    """Return a note on the languages of the articles, for questions in another."""
    if not answer.articles_in:
        return []
    names = ", ".join(map(_language_name, answer.articles_in))
    return [Text(f"The articles are in {names}: ask in that language, or by a name.")]


def show_summary(summary: Summary, *, is_newest: bool = False) -> RenderableType:
    """Return a summary's sentences with their paragraphs' numbers.

    Args:
        summary: The summary.
        is_newest: Whether its article was chosen as the newest; a note says so.
    """
    newest = (Text("The newest article:", style="dim"),) if is_newest else ()
    parts: list[RenderableType] = [*newest, Text(plain(summary.article.title), style="bold")]
    for sentence in summary.sentences:
        line = Text(plain(sentence.text))
        line.append(f"  ¶ {sentence.passage.number}", style="dim")
        parts.append(line)
    return Group(*parts)


def show_topic_summary(summary: TopicSummary) -> RenderableType:
    """Return what the articles say about a topic, each sentence with its place."""
    if not summary.sentences:
        return Text(f"The articles say nothing of {plain(summary.topic)!r}.")
    parts: list[RenderableType] = []
    for sentence in summary.sentences:
        line = Text(plain(sentence.text))
        line.append(f"  ¶ {sentence.passage.number}, {plain(sentence.article.title)}", style="dim")
        parts.append(line)
    return Group(*parts)


def show_people(found: PeopleFound, *, named: bool) -> RenderableType:
    """Return the cards of those found by a name, or the list of all people."""
    if not found.people and not named:
        return Text(_unlisted(found).strip() or "The articles name nobody.")
    if not found.people:
        hint = f" Did you mean {', '.join(found.suggestions)}?" if found.suggestions else ""
        return Text(f"The articles name nobody like that.{hint}{_unlisted(found)}")
    if named:
        return Group(*(part for person in found.people for part in _card(person)))
    table = Table("name", "mentions", "role", box=None, header_style="dim", pad_edge=False)
    for person in found.people:
        role = plain(person.roles[0].text) if person.roles else ""
        table.add_row(Text(plain(person.name)), str(person.mentions), Text(role))
    return Group(table, Text(_unlisted(found).strip())) if found.unlisted else table


def _unlisted(found: PeopleFound) -> str:
    if not found.unlisted:
        return ""
    names = ", ".join(map(_language_name, found.unlisted))
    return f" People in articles in {names} can't be listed: ask for one by name."


def _language_name(code: str) -> str:
    """Return a language's name in English, or its code where Babel doesn't know it."""
    return str(Locale("en").languages.get(code, code))


def show_check(library: Library) -> RenderableType:
    """Return every article with what was cleaned away, and every refused file."""
    parts: list[RenderableType] = []
    for article in library.articles:
        parts.append(Text.assemble((article.file, "bold"), f"  {plain(article.title)}"))
        parts.append(
            Text(
                f"  {_number_of(len(article.passages), 'passage')}, "
                f"in {_language_name(article.language)}, id {article.id}",
                style="dim",
            )
        )
        parts.append(Text(f"  {_provenance(article)}", style="dim"))
        if is_titled_by_file(article.title, article.file):
            parts.append(Text("  the title is the file's name", style="dim"))
        parts.extend(
            Text(
                f"  cleaned away, {removal.why}: {shorten(plain(removal.text), _CUT)}", style="dim"
            )
            for removal in article.removals
        )
    parts.extend(
        Text.assemble((refusal.file, "bold red"), f"  refused: {plain(refusal.reason)}")
        for refusal in library.refused
    )
    totals = (
        _number_of(len(library.articles), "article"),
        _number_of(library.passages, "passage"),
        f"{_number_of(len(library.refused), 'file')} refused",
    )
    parts.append(Text(", ".join(totals)))
    return Group(*parts)


def _provenance(article: Article) -> str:
    """Return who published an article when, and what of that wasn't found."""
    published = article.date and article.date.isoformat()
    facts = (("source", article.source), ("author", article.author), ("date", published))
    return ", ".join(f"{name} {plain(value)}" if value else f"no {name}" for name, value in facts)


def _number_of(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _hit(hit: Hit) -> Sequence[RenderableType]:
    whole = replace(hit.quote, span=(0, len(hit.passage.text)))
    source = Text(citation(hit.article, hit.passage), style="dim")
    return (_in_bold(whole, hit.sentence), source)


def _in_bold(quote: Quote, sentence: Span) -> Text:
    """Return a quotation with a sentence of it in bold."""
    text, (first, last), (start, end) = quote.passage.text, quote.span, sentence
    return Text.assemble(
        plain(text[first:start]),
        " " if start > first else "",
        (plain(text[start:end]), "bold"),
        " " if end < last else "",
        plain(text[end:last]),
    )


def citation(article: Article, passage: Passage) -> str:
    """Return where a passage stands, on one line."""
    parts = [plain(article.title), article.source, article.date and article.date.isoformat()]
    parts.append(f"¶ {passage.number} of {article.paragraphs}")
    if passage.heading:
        parts.append(f"under “{plain(passage.heading).strip('“”')}”")
    parts.append(article.url)
    return " · ".join(plain(part) for part in parts if part)


def _card(person: Person) -> Sequence[RenderableType]:
    parts: list[RenderableType] = [Text(plain(person.name), style="bold")]
    parts.extend(
        Text(f"  “{plain(role.text)}”  ¶ {role.passage.number}, {plain(role.article.title)}")
        for role in person.roles
    )
    if person.aliases:
        parts.append(Text(f"  also: {', '.join(map(plain, person.aliases))}"))
    parts.extend(
        Text(f"  {count} × {plain(article.title)}", style="dim")
        for article, count in person.by_article
    )
    parts.extend(
        Text(f"  ¶ {cited.passage.number}  {plain(cited.passage.text)}")
        for cited in person.passages
    )
    if person.companions:
        parts.append(Text(f"  appears with {', '.join(map(plain, person.companions))}"))
    return parts
