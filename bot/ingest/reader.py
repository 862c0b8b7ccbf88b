"""Read one file of the corpus into an article, or refuse it with a reason."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.articles.article import Article
from bot.ingest.cleaner import clean_lines
from bot.ingest.decoder import decode_text
from bot.ingest.front_matter import FrontMatter, FrontMatterError, read_front_matter
from bot.ingest.page import read_page
from bot.ingest.refusal import RefusedFileError
from bot.ingest.splitter import Block, plain_blocks, split_passages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.articles.article import Passage, Removal

MAX_BYTES = 5 * 1024 * 1024
MARKDOWN = frozenset({".md", ".markdown"})
TEXT = frozenset({".txt", ".text"})
HTML = frozenset({".html", ".htm", ".xhtml"})
_READER_VERSION = b"1\n"
_MAX_TITLE_LENGTH = 300
_MAX_ID_LENGTH = 60
_MIN_SENTENCE_WORDS = 3
_MIN_PROSE_WORDS = 8
_MIN_UNSPACED_LETTERS = 15
_HEADING = re.compile(r"#\s+(.*?)\s*#*\Z")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]*_]*\Z")


@dataclass(frozen=True, slots=True)
class _Draft:
    """Hold what a format's reader found, before passages are made."""

    fields: FrontMatter
    title: str
    blocks: Sequence[Block]
    removals: tuple[Removal, ...]


def read_article(path: Path, file: str) -> Article:
    """Read a file of the corpus.

    Args:
        path: Where the file is.
        file: Its path in the corpus folder, with forward slashes; the article's id comes from it.

    Raises:
        RefusedFileError: The file can't be an article; the reason says what would mend it.
    """
    content = read_content(path, file)
    return parse_article(content, file)


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


def parse_article(content: bytes, file: str) -> Article:
    """Turn a file's bytes into an article.

    Args:
        content: The file's bytes.
        file: Its path in the corpus folder; the ending tells the format.

    Raises:
        RefusedFileError: The bytes are no article; the reason says what would mend it.
    """
    suffix = "." + file.rpartition(".")[2].lower()
    if suffix not in MARKDOWN | TEXT | HTML:
        reason = "Footnote reads .md, .txt and .html: save the article as one of these"
        raise RefusedFileError(file, reason)
    text = decode_text(content)
    if text is None:
        reason = "it is no text (binary content): save the article as plain text, in UTF-8"
        raise RefusedFileError(file, reason)
    if not text.strip():
        raise RefusedFileError(file, "it is empty: write the article into it, or delete it")
    if suffix in HTML:
        draft = _draft_html(text, file)
    elif suffix in MARKDOWN:
        draft = _draft_markdown(text, file)
    else:
        draft = _draft_text(text, file)
    article_id = article_id_of(file)
    passages = split_passages(article_id, draft.blocks)
    if not any(_is_prose(passage) for passage in passages):
        reason = "it has no prose: below the title there must be at least one whole sentence"
        raise RefusedFileError(file, reason)
    return Article(
        id=article_id,
        file=file,
        title=draft.title,
        source=draft.fields.source,
        author=draft.fields.author,
        date=draft.fields.date,
        url=draft.fields.url,
        language=draft.fields.language or "en",
        digest=digest_of(content),
        passages=passages,
        removals=draft.removals,
    )


def digest_of(content: bytes) -> str:
    """Give the digest by which a file is known not to have changed since it was parsed.

    It changes with ``_READER_VERSION`` too, so that a better reader reads every file again.
    """
    return hashlib.sha256(_READER_VERSION + content).hexdigest()


def article_id_of(file: str) -> str:
    """Make the short, stable slug that names an article (``world/Nov 13.md`` → ``world-nov-13``).

    A slug that had to be shortened, or that lost accents or letters, ends in a digest of the path.
    """
    stem = file.rpartition(".")[0] or file
    folded = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")
    if slug and len(slug) <= _MAX_ID_LENGTH and stem.isascii():
        return slug
    digest = hashlib.sha256(file.encode()).hexdigest()[:8]
    return f"{slug[: _MAX_ID_LENGTH - 9].strip('-')}-{digest}".strip("-")


def _draft_markdown(text: str, file: str) -> _Draft:
    try:
        fields, body = read_front_matter(text)
    except FrontMatterError as error:
        raise RefusedFileError(file, str(error)) from error
    lines = re.sub(r"<!--.*?(?:-->|\Z)", "", body, flags=re.DOTALL).split("\n")
    title = fields.title
    if title is None:
        index = next((i for i, line in enumerate(lines) if line.strip()), None)
        first = lines[index].strip() if index is not None else ""
        heading = _HEADING.match(first)
        title = heading[1] if heading else _title_of(first)
        if index is not None and title:
            lines[index] = ""
    kept, removals = clean_lines(lines, title or "")
    blocks = plain_blocks(kept, markdown=True)
    return _Draft(fields, title or _title_from_file(file), blocks, removals)


def _draft_text(text: str, file: str) -> _Draft:
    lines = text.split("\n")
    index = next(i for i, line in enumerate(lines) if line.strip())
    title = _title_of(lines[index].strip())
    rest = lines[index + 1 :] if title else lines
    kept, removals = clean_lines(rest, title or "")
    blocks = plain_blocks(kept, markdown=False)
    return _Draft(FrontMatter(), title or _title_from_file(file), blocks, removals)


def _draft_html(text: str, file: str) -> _Draft:
    try:
        page = read_page(text)
    except FrontMatterError as error:
        raise RefusedFileError(file, str(error)) from error
    if page is None:
        reason = "no article text was found in the page: save the article's own page, or as .txt"
        raise RefusedFileError(file, reason)
    title = page.fields.title or _title_from_file(file)
    # A blank line behind each element keeps the cleaner from taking two for one paragraph.
    lines = [line for block in page.blocks for line in (block.text, "")]
    kept, removals = clean_lines(lines, title)
    blocks = [block for block, line in zip(page.blocks, kept[::2], strict=True) if line]
    return _Draft(page.fields, title, blocks, removals)


def _title_of(line: str) -> str | None:
    """Take a first line for the title unless it is a paragraph already."""
    if not line or (len(line) > _MAX_TITLE_LENGTH and _SENTENCE_END.search(line)):
        return None
    return line[:_MAX_TITLE_LENGTH].strip()


def _title_from_file(file: str) -> str:
    name = file.rpartition("/")[2]
    words = re.sub(r"[-_\s]+", " ", name.rpartition(".")[0] or name).strip()
    return words[:1].upper() + words[1:] or name


def _is_prose(passage: Passage) -> bool:
    words = [word for word in passage.text.split() if any(map(str.isalpha, word))]
    letters = sum(map(str.isalpha, passage.text))
    return (
        len(words) >= _MIN_PROSE_WORDS
        or (len(words) >= _MIN_SENTENCE_WORDS and bool(_SENTENCE_END.search(passage.text)))
        or (letters >= _MIN_UNSPACED_LETTERS * max(1, len(words)) and not passage.text.isascii())
    )
