"""Show answers, summaries, people and reports: pure functions from results to embeds."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import discord

from bot.discord_app.markdown import escape, length, quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.ingest.article import Article, Passage
    from bot.insight.person import Person
    from bot.insight.summary import Summary, TopicSummary
    from bot.librarian import ReloadReport
    from bot.retrieval.answer import Answer, Hit

ACCENT = discord.Colour(0x2F6FDE)
MUTED = discord.Colour(0x8A8F98)
_TITLE_LIMIT = 256
_DESCRIPTION_LIMIT = 4096
_QUOTE_LIMIT = 1800
_FIELD_LIMIT = 1024
_LISTED = 10
_LISTED_PEOPLE = 20
_LINE_LIMIT = 180


def answer_embed(answer: Answer) -> discord.Embed:
    """Show an answer: the passage, its best sentence in bold, and the citation."""
    embed = hit_embed(answer.hits[0])
    embed.set_footer(text=f"{answer.confidence:.0%} sure · every word above is quoted")
    return embed


def nearest_embed(hit: Hit) -> discord.Embed:
    """Show the nearest passage to a question that the articles don't answer."""
    embed = hit_embed(hit)
    embed.colour = MUTED
    embed.set_footer(text="The nearest passage, not an answer")
    return embed


def hit_embed(hit: Hit) -> discord.Embed:
    """Show one passage with its best sentence in bold and its citation."""
    embed = _article_embed(hit.article)
    embed.description = quote(hit.passage.text, hit.sentence, _QUOTE_LIMIT)
    embed.add_field(name="Source", value=citation(hit.article, hit.passage), inline=False)
    return embed


def citation(article: Article, passage: Passage) -> str:
    """Cite a passage: source, author, date, paragraph of how many, and sub-heading."""
    parts = [*_provenance(article), f"¶ {passage.number} of {article.paragraphs}"]
    if passage.heading:
        parts.append(f"under “{escape(passage.heading, 120).strip('“”')}”")
    return " · ".join(parts)


def not_found_embed(answer: Answer) -> discord.Embed:
    """Say plainly that the articles don't answer."""
    reason = answer.reason or ""
    return discord.Embed(colour=MUTED, title="No answer in the articles", description=reason)


def summary_embed(summary: Summary) -> discord.Embed:
    """Show a summary: its sentences, each with its paragraph's number."""
    embed = _article_embed(summary.article)
    lines = [
        f"{escape(sentence.text, _FIELD_LIMIT)} `¶ {sentence.passage.number}`"
        for sentence in summary.sentences
    ]
    embed.description = _join(lines, "\n\n", _DESCRIPTION_LIMIT)
    source = _provenance(summary.article)
    if source:
        embed.add_field(name="Source", value=" · ".join(source), inline=False)
    words = sum(len(sentence.text.split()) for sentence in summary.sentences)
    embed.set_footer(text=f"{words} words, every one quoted from the article")
    return embed


def topic_embed(summary: TopicSummary) -> discord.Embed:
    """Show what articles say of a topic: each sentence with its paragraph and its article."""
    title = f"About “{escape(summary.topic, _TITLE_LIMIT - 10)}”"
    if not summary.sentences:
        reason = "The articles say nothing of that, or too little to quote."
        return discord.Embed(colour=MUTED, title=title, description=reason)
    embed = discord.Embed(colour=ACCENT, title=title)
    lines = [
        f"{escape(sentence.text, _FIELD_LIMIT)}\n-# {_place(sentence.article, sentence.passage)}"
        for sentence in summary.sentences
    ]
    embed.description = _join(lines, "\n\n", _DESCRIPTION_LIMIT)
    words = sum(len(sentence.text.split()) for sentence in summary.sentences)
    embed.set_footer(text=f"{words} words, every one quoted from the articles")
    return embed


def person_embed(person: Person) -> discord.Embed:
    """Show a person's card."""
    embed = discord.Embed(colour=ACCENT, title=escape(person.name, _TITLE_LIMIT))
    roles = [
        f"“{escape(role.text, _LINE_LIMIT)}” — {_place(role.article, role.passage)}"
        for role in person.roles
    ]
    embed.description = _join(roles, "\n", _DESCRIPTION_LIMIT // 2) or None
    if person.aliases:
        aliases = ", ".join(escape(alias, 80) for alias in person.aliases)
        embed.add_field(name="Also called", value=escape_cut(aliases), inline=False)
    counts = [f"{count} × {_linked(article)}" for article, count in person.by_article[:_LISTED]]
    more = len(person.by_article) - len(counts)
    if more > 0:
        counts.append(f"and in {more} more")
    embed.add_field(
        name=f"Mentioned {_times(person.mentions)}",
        value=_join(counts, "\n", _FIELD_LIMIT),
        inline=False,
    )
    for cited in person.passages:
        embed.add_field(
            name=f"¶ {cited.passage.number} · {escape(cited.article.title, 100)}",
            value=quote(cited.passage.text, None, 420),
            inline=False,
        )
    if person.companions:
        names = ", ".join(escape(name, 80) for name in person.companions)
        embed.add_field(name="Appears with", value=escape_cut(names), inline=False)
    return embed


def people_embed(people: Sequence[Person]) -> discord.Embed:
    """List people, most mentioned first."""
    lines = [
        f"**{escape(person.name, 100)}** · {_times(person.mentions)}"
        + (f" · {escape(person.roles[0].text, 90)}" if person.roles else "")
        for person in people[:_LISTED_PEOPLE]
    ]
    embed = discord.Embed(colour=ACCENT, title="People in the articles")
    embed.description = _join(lines, "\n", _DESCRIPTION_LIMIT) or "The articles name nobody."
    more = len(people) - len(lines)
    embed.set_footer(text=f"and {more} more" if more > 0 else "/who name: shows a person's card")
    return embed


def reload_embed(report: ReloadReport) -> discord.Embed:
    """Report what a reload changed, and what it refused and why."""
    embed = discord.Embed(colour=ACCENT, title="The articles were read again")
    embed.description = (
        f"**{len(report.added)}** added, **{len(report.changed)}** changed, "
        f"**{len(report.removed)}** removed, **{len(report.refused)}** refused, "
        f"{report.unchanged} unchanged."
    )
    for name, articles in (
        ("Added", report.added),
        ("Changed", report.changed),
        ("Removed", report.removed),
    ):
        if articles:
            _list_field(embed, name, (escape(article.title, _LINE_LIMIT) for article in articles))
    if report.refused:
        lines = (
            f"`{escape(item.refusal.file, 100).replace(chr(92), '')}`: "
            f"{escape(item.refusal.reason, 300)}"
            + (" *Its last good version stays in service.*" if item.kept else "")
            for item in report.refused
        )
        _list_field(embed, "Refused", lines)
    return embed


def escape_cut(text: str) -> str:
    """Cut a field's value, already escaped, at its limit."""
    return text if length(text) <= _FIELD_LIMIT else text[: _FIELD_LIMIT - 1] + "…"


def _article_embed(article: Article) -> discord.Embed:
    return discord.Embed(colour=ACCENT, title=escape(article.title, _TITLE_LIMIT), url=article.url)


def _provenance(article: Article) -> list[str]:
    """List an article's source, author and date, those that are known."""
    parts = [escape(part, 120) for part in (article.source, article.author) if part]
    if article.date:
        parts.append(_date(article.date))
    return list(dict.fromkeys(parts))


def _date(day: dt.date) -> str:
    """Show a day in the reader's own format; noon UTC is the same day almost everywhere."""
    noon = dt.datetime.combine(day, dt.time(12), dt.UTC)
    return f"<t:{int(noon.timestamp())}:D>"


def _place(article: Article, passage: Passage) -> str:
    return f"¶ {passage.number}, {_linked(article)}"


def _linked(article: Article) -> str:
    title = escape(article.title, 90)
    return f"[{title}]({article.url})" if article.url and len(article.url) < 400 else title  # noqa: PLR2004


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _list_field(embed: discord.Embed, name: str, lines: Iterable[str]) -> None:
    every = list(lines)
    shown = every[:_LISTED]
    if len(every) > _LISTED:
        shown.append(f"and {len(every) - _LISTED} more")
    embed.add_field(name=name, value=_join(shown, "\n", _FIELD_LIMIT), inline=False)


def _join(lines: Sequence[str], separator: str, limit: int) -> str:
    """Join as many lines as the limit holds; what is left out is counted."""
    joined = ""
    for number, line in enumerate(lines):
        more = separator + line if joined else line
        reserve = 20 if number + 1 < len(lines) else 0
        if length(joined) + length(more) + reserve > limit:
            return joined + f"{separator}… {len(lines) - number} more"
        joined += more
    return joined
