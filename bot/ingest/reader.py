"""Read one file of the corpus into an article, or refuse it with a reason."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from bot.articles.article import Article
from bot.articles.storable import storable
from bot.ingest.binary_drafts import draft_pdf, draft_word_document
from bot.ingest.draft import title_from_file
from bot.ingest.formats.content_ending import ending_by_content
from bot.ingest.formats.decoder import decode_text
from bot.ingest.metadata.article_ids import article_id_of
from bot.ingest.refusal import NO_PROSE, RefusedFileError
from bot.ingest.text.sentences import ends_like_sentence
from bot.ingest.text.splitter import split_passages
from bot.ingest.text_drafts import draft_markdown, draft_page, draft_text
from bot.language.detection import detect_language
from bot.language.plain_text import plain

if TYPE_CHECKING:
    from pathlib import Path

    from bot.articles.article import Passage
    from bot.ingest.draft import Draft

MAX_BYTES = 5 * 1024 * 1024
MARKDOWN = frozenset({".md", ".markdown"})
TEXT = frozenset({".txt", ".text"})
HTML = frozenset({".html", ".htm", ".xhtml"})
PDF = ".pdf"
WORD = ".docx"
_ENDINGS = {
    **dict.fromkeys(MARKDOWN | HTML, ".html"),  # Markdown may hold the tags of a page
    **dict.fromkeys(TEXT, ".txt"),
    PDF: PDF,
    WORD: WORD,
}
"""The ending that the content of a file with each ending may show."""

_READ_ENDINGS = frozenset({".html", PDF, WORD})
_READER_VERSION = b"24\n"
# What a passage of prose has at least: words in a sentence, words without a stop, and letters in
# a script without spaces.
_MIN_SENTENCE_WORDS = 3
_MIN_PROSE_WORDS = 8
_MIN_UNSPACED_LETTERS = 15


def read_article(path: Path, file: str) -> Article:
    """Read a file of the corpus.

    Args:
        path: Where the file is.
        file: Its path in the corpus folder, with forward slashes; the article's id comes from it.

    Raises:
        RefusedFileError: The file can't be an article; the reason says how to fix it.
    """
    return parse_article(read_content(path, file), file)


def read_content(path: Path, file: str) -> bytes:
    """Read a file's bytes.

    Raises:
        RefusedFileError: The file is over ``MAX_BYTES`` or can't be opened.
    """
    try:
        with path.open("rb") as handle:
            content = handle.read(MAX_BYTES + 1)
    except OSError as error:
        reason = f"it can't be opened ({error.strerror}): check that it exists and its permissions"
        raise RefusedFileError(file, reason) from error
    if len(content) > MAX_BYTES:
        raise RefusedFileError(file, "it is over 5 MiB: split it into several articles")
    return content


def parse_article(content: bytes, file: str, article_id: str | None = None) -> Article:
    """Turn a file's bytes into an article.

    Args:
        content: The file's bytes.
        file: Its path in the corpus folder; the ending tells the format.
        article_id: The article's id; without one it is made of the path.

    Raises:
        RefusedFileError: The bytes are no article; the reason says how to fix it.
    """
    draft = _draft(content, file)
    article_id = article_id or article_id_of(file)
    text = "\n".join(block.text for block in draft.blocks)
    language = draft.fields.language or detect_language(text)
    passages = split_passages(article_id, draft.blocks, language)
    if not any(_is_prose(passage) for passage in passages):
        raise RefusedFileError(file, NO_PROSE)
    return Article(
        id=article_id,
        file=file,
        title=_visible(draft.title) or _visible(title_from_file(file)) or article_id,
        source=_visible(draft.fields.source),
        author=_visible(draft.fields.author),
        date=draft.fields.date,
        url=draft.fields.url,
        language=language,
        digest=digest_of(content),
        passages=passages,
        removals=draft.removals,
    )


def digest_of(content: bytes) -> str:
    """Return the digest by which a file is known not to have changed since it was parsed.

    It changes with ``_READER_VERSION`` too, so that a better reader reads every file again.
    """
    return hashlib.sha256(_READER_VERSION + content).hexdigest()


def _draft(content: bytes, file: str) -> Draft:
    suffix = "." + file.rpartition(".")[2].lower()
    _check_ending(content, suffix, file)
    if suffix == PDF:
        return draft_pdf(content, file)
    if suffix == WORD:
        return draft_word_document(content, file)
    text = decode_text(content)
    if text is None:
        reason = "it is not text (binary content): save the article as plain text, in UTF-8"
        raise RefusedFileError(file, reason)
    if not text.strip():
        raise RefusedFileError(file, "it is empty: write the article into it, or delete it")
    if suffix in HTML:
        return draft_page(text, file)
    return draft_markdown(text, file) if suffix in MARKDOWN else draft_text(text, file)


def _check_ending(content: bytes, suffix: str, file: str) -> None:
    """Refuse a file whose name ends in what isn't read, or in what its content isn't."""
    if suffix not in _ENDINGS:
        reason = "Footnote reads .md, .txt, .html, .pdf and .docx: save the article as one of these"
        raise RefusedFileError(file, reason)
    ending = ending_by_content(content)
    if ending in {None, _ENDINGS[suffix]}:
        return
    if ending in _READ_ENDINGS:
        reason = f"by its content it is a {ending} file: rename it so that it ends in {ending}"
    else:
        other = ".html" if ending == ".mhtml" else WORD
        reason = f"by its content it is a {ending} file, which is not read: save it as {other}"
    raise RefusedFileError(file, reason)


def _visible(text: str | None) -> str | None:
    """Return a text as every database holds it, unless nothing of it can be seen."""
    return storable(text) if text and plain(text) else None


def _is_prose(passage: Passage) -> bool:
    words = [word for word in passage.text.split() if any(map(str.isalpha, word))]
    letters = sum(map(str.isalpha, passage.text))
    return (
        len(words) >= _MIN_PROSE_WORDS
        or (len(words) >= _MIN_SENTENCE_WORDS and ends_like_sentence(passage.text))
        or (letters >= _MIN_UNSPACED_LETTERS * max(1, len(words)) and not passage.text.isascii())
    )
