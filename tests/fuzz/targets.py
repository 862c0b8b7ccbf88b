"""What is fuzzed, each target given bytes; only documented errors may come out."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from bot.articles.encoded import EncodedArticle
from bot.articles.storable import storable
from bot.discord_app.autocomplete import article_choices, person_choices
from bot.discord_app.buttons import BUTTONS
from bot.discord_app.markdown import escape, length, quote
from bot.ingest.document_reader import Document, read_document
from bot.ingest.formats.feed import FeedError, read_feed
from bot.ingest.metadata.front_matter import FrontMatterError, read_front_matter
from bot.ingest.reader import parse_article
from bot.ingest.refusal import RefusedFileError
from bot.ingest.text.sentences import split_sentences
from bot.language.packs import pack_for
from bot.library.analysis.article_analysis import ArticleAnalyser, ArticleAnalysis
from bot.library.library import Library
from bot.people.article_person import unpack_people
from tests.conftest import BRIDGE, OTTERS
from tests.fuzz.documents import (
    encoded_text_of,
    markdown_of,
    page_of,
    pdf_of,
    word_document_of,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from bot.ingest.document_reader import Reading

LIBRARY = Library(
    [parse_article(BRIDGE.encode(), "bridge.md"), parse_article(OTTERS.encode(), "otters.txt")]
)


ANALYSE = ArticleAnalyser()


def text_of(content: bytes) -> str:
    """Make text of any bytes."""
    return content.decode("utf-8", "replace")


def fuzz_article(content: bytes, file: str) -> None:
    """Read an article; its sentences cover its passages, and it can be asked and summarised."""
    try:
        article = parse_article(content, file)
    except RefusedFileError:
        return
    known = filter(None, (article.title, article.source, article.author))
    for text in (*known, *(passage.text for passage in article.passages)):
        assert storable(text) == text
    for passage in article.passages:
        end = 0
        for start, stop in passage.sentences:
            assert not passage.text[end:start].strip()
            assert start < stop
            end = stop
        assert end == len(passage.text)
    library = Library([article])
    library.who()
    for sentence in library.summary(words=30).sentences:
        assert sentence.text in sentence.passage.text


def fuzz_worker(content: bytes, file: str) -> None:
    """Do with a document all that the worker does; no mistake of ours refuses it."""
    reading = read_document(Document(file, "a", content), ANALYSE)
    sent: Reading = pickle.loads(pickle.dumps(reading, pickle.HIGHEST_PROTOCOL))  # noqa: S301
    assert (sent.article, sent.refusal) == (reading.article, reading.refusal)
    if reading.refusal is not None:
        assert "mistake" not in reading.refusal.reason, reading.refusal.reason
        assert reading.refusal.reason.isprintable()
        return
    article, analysis = reading.article, reading.analysis
    assert article is not None
    assert isinstance(analysis, ArticleAnalysis)
    packed = analysis.encoding.to_bytes()
    assert EncodedArticle.from_bytes(packed).to_bytes() == packed
    assert analysis.people is not None
    assert unpack_people(analysis.people) is not None
    for passage in article.passages:
        assert passage.text.strip()
        assert passage.sentences
    library = Library([article], encodings={article.key: analysis.encoding})
    for hit in library.ask(article.passages[0].text[:200]).hits:
        assert hit.passage in article.passages
        assert hit.sentence_text in hit.passage.text


def fuzz_feed(content: bytes) -> None:
    """Read a feed, whole or with nothing but an entry."""
    for feed in (content, b"<rss><channel><item><title>A</title>" + content + b"</item></channel>"):
        try:
            read_feed(feed, "https://example.org/feed")
        except FeedError:
            continue


def fuzz_front_matter(content: bytes) -> None:
    """Read front matter."""
    try:
        read_front_matter("---\n" + text_of(content))
    except FrontMatterError:
        return


def fuzz_question(content: bytes) -> None:
    """Ask, search for a topic, look a person up, and complete."""
    text = text_of(content)
    answer = LIBRARY.ask(text)
    assert 0 <= answer.confidence <= 1
    LIBRARY.ask(text, after=text[::-1])
    LIBRARY.topic_summary(text)
    LIBRARY.who(text)
    for choice in (*article_choices(LIBRARY, text), *person_choices(LIBRARY.people, text)):
        assert 1 <= len(str(choice.value)) <= 100
        assert 1 <= len(choice.name) <= 100


def fuzz_words(content: bytes) -> None:
    """Analyse text, split it, and show it."""
    text = text_of(content)
    pack_for("en").analyser.terms(text)
    split_sentences(text)
    assert length(escape(text, 50)) <= 50
    assert length(quote(text, (0, min(5, len(text))), 200)) <= 200


def fuzz_custom_id(content: bytes) -> None:
    """Match a custom id; what matches has only what it may have."""
    text = text_of(content)[:100]
    for button in BUTTONS:
        pattern: re.Pattern[str] = button.__discord_ui_compiled_template__
        match = pattern.fullmatch(text)
        if match:
            assert all(len(value) <= 60 for value in match.groupdict().values())


def _file_of(content: bytes) -> str:
    endings = ("txt", "md", "html", "pdf", "docx")
    return "a." + endings[(content[0] if content else 0) % len(endings)]


TARGETS: dict[str, Callable[[bytes], None]] = {
    "markdown": lambda content: fuzz_article(content, "a.md"),
    "text": lambda content: fuzz_article(content, "a.txt"),
    "html": lambda content: fuzz_article(content, "a.html"),
    "front matter": fuzz_front_matter,
    "worker, markdown": lambda content: fuzz_worker(markdown_of(content), "a.md"),
    "worker, page": lambda content: fuzz_worker(page_of(content), "a.html"),
    "worker, encodings": lambda content: fuzz_worker(encoded_text_of(content), "a.txt"),
    "worker, Word": lambda content: fuzz_worker(word_document_of(content), "a.docx"),
    "worker, PDF": lambda content: fuzz_worker(pdf_of(content), "a.pdf"),
    "feed": fuzz_feed,
    "worker, anything": lambda content: fuzz_worker(content[1:], _file_of(content)),
    "question": fuzz_question,
    "words": fuzz_words,
    "custom id": fuzz_custom_id,
}
"""The targets by name."""
