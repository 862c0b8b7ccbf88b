"""Format responses other than answers, for the terminal and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from bot.language.plain_text import plain
from bot.library.request import News, SmallTalk
from bot.summary.summary import TopicSummary
from bot.terminal.show import citation, show_summary, show_topic_summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from bot.articles.article import Span
    from bot.articles.quote import Quote
    from bot.library.claim_check import ClaimCheck, CloseSentence
    from bot.library.library import Library
    from bot.library.request import Request

_TALK = {
    "greeting": "Hello! Ask anything about the articles: the answer is the passage itself.",
    "thanks": "You're welcome!",
    "farewell": "Bye!",
    "reaction": "Ask anything about the articles: the answer is the passage itself.",
    "adding": "Put files into the folder of the articles; the command check lists what was read.",
    "people": "The command who lists everybody whom the articles name.",
    "privacy": "Nothing that is asked here is kept.",
    "help": "Ask anything about the articles; “what's new?” and “tl;dr” work, too. "
    "--help lists the commands.",
    "check": "Give the claim to the command claim, which sets it beside the closest sentences.",
    "doubt": "What is shown is quoted word for word from the article named under it; whether it "
    "answers is a guess. Ask again in other words.",
}


def show_request(request: Request, library: Library) -> RenderableType:
    """Return a pointer, the newest articles, or a summary."""
    if isinstance(request, SmallTalk):
        return Text(_TALK[request.kind])
    if isinstance(request, News):
        count = f"{request.of} article{'' if request.of == 1 else 's'}"
        newest = "" if request.of == len(request.articles) else ", of which these are the newest"
        return Group(
            Text(f"{count}{newest}:", style="dim"), show_digest(library.digest(request.articles))
        )
    if isinstance(request, TopicSummary):
        return show_topic_summary(request)
    summary = library.summary(request.article.id)
    return show_summary(summary, is_newest=request.because == "newest")


def request_as_json(request: Request, question: str, library: Library) -> dict[str, object]:
    """Return a response other than an answer as a JSON object.

    As in that of an answer, ``outcome`` says of what kind it is.
    """
    found: dict[str, object] = {"question": question, "answered": False}
    if isinstance(request, SmallTalk):
        return {**found, "outcome": "talk", "talk": request.kind, "text": _TALK[request.kind]}
    if isinstance(request, News):
        digest = library.digest(request.articles)
        return {**found, "outcome": "news", "sentences": digest_as_json(digest)}
    if isinstance(request, TopicSummary):
        return {**found, "outcome": "topic", **request.to_dict()}
    return {**found, "outcome": "summary", **library.summary(request.article.id).to_dict()}


def digest_as_json(sentences: Sequence[Quote]) -> list[dict[str, object]]:
    """Return one sentence of each of some articles as JSON objects."""
    return [{**one.to_dict(), "article": one.article.to_dict()} for one in sentences]


def show_digest(sentences: Sequence[Quote]) -> RenderableType:
    """Return one sentence of each of some articles, in the order given."""
    if not sentences:
        return Text("There are no articles of that day.")
    parts: list[RenderableType] = []
    for sentence in sentences:
        day = f"  {sentence.article.date}" if sentence.article.date else ""
        parts.append(Text.assemble((plain(sentence.article.title), "bold"), (day, "dim")))
        parts.append(Text(f"  {plain(sentence.text)}"))
    return Group(*parts)


def show_claim(check: ClaimCheck) -> RenderableType:
    """Return a claim and the closest sentences, with the names and numbers that differ.

    It never says how sure anything is: a sentence that is close may say the opposite.
    """
    if not check.closest:
        nothing = Text("Nothing in the articles comes close to that", style="bold")
        return Group(nothing, Text(f"  {plain(check.claim)}"))
    parts: list[RenderableType] = [
        Text("Claimed:", style="dim"),
        _marked(check.claim, check.closest[0].difference.claim),
        Text("Closest in the articles:", style="bold"),
    ]
    for compared in check.closest:
        hit = compared.hit
        parts.append(_marked(hit.sentence_text, compared.difference.sentence))
        parts.append(Text("  " + citation(hit.article, hit.passage), style="dim"))
        parts.append(Text(_difference(check.claim, compared), style="dim"))
    return Group(*parts, Text("You decide what is right.", style="dim"))


def _marked(text: str, spans: Sequence[Span]) -> Text:
    """Return a quotation with some spans underlined."""
    shown, at = Text("“"), 0
    for start, end in spans:
        shown.append(_visible(text[at:start]))
        shown.append(_visible(text[start:end]), style="underline")
        at = end
    return shown.append(_visible(text[at:]) + "”")


def _visible(text: str) -> str:
    """Return a part of a text without what hides in it, its outer spaces kept."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{plain(text)}{after}"


def _difference(claim: str, compared: CloseSentence) -> str:
    """Return in words what differs, for where nothing can be underlined."""
    claimed = [claim[start:end] for start, end in compared.difference.claim]
    sentence = compared.hit.sentence_text
    said = [sentence[start:end] for start, end in compared.difference.sentence]
    if not claimed:
        return "  No name or number differs."
    here = f"; here: {', '.join(map(plain, said))}" if said else ""
    return f"  Differs: {', '.join(map(plain, claimed))} as claimed{here}."
