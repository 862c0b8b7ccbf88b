"""Read Markdown as it reads: without its marks, its addresses and its comments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from bot.articles.article import Removal
from bot.ingest.formats.markdown_tables import TABLE, use_whole_tables
from bot.ingest.formats.markdown_tags import closed_elements, is_tag, without_tags
from bot.ingest.text.lists_and_tables import add_list, add_unmarked_table
from bot.ingest.text.sentences import ends_like_sentence
from bot.ingest.text.splitter import NO_HEADING_ENDS, Block, level_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from markdown_it.token import Token

_MARKED = re.compile(r"[*_`\[\]<>&\\~!^]")
_COMMENT = re.compile(r"\A\s*+<!--")
_GAP = re.compile(r" {2,}+")
_REFERENCE = re.compile(r"\[\^[^\]\s\[]{1,40}\]")
_ESCAPED = "\0"
"""Stands before a sign that was written with a backslash, which is no mark; nothing that is read
holds it."""
_MAX_NESTING = 100
_MAX_WORK = 20_000_000
_MAX_HEADING_LENGTH = 300
_MAX_UNDERLINED_LENGTH = 90
_BOLD_ALONE = re.compile(r"(\*{2,3}|_{2,3})[^*_]++\1[ \t]{0,4}")
_BOLD_LINE = re.compile(r"(\*\*|__)([^*_\n]{1,90})\1[ \t]{0,4}\\?\n(?=\S)")


class MarkdownError(ValueError):
    """The text can't be read as Markdown; the message says how to mend it."""


@dataclass(slots=True)
class MarkdownText:
    """What a Markdown text says.

    Attributes:
        blocks: Its headings and paragraphs in reading order; notes come last.
        removals: Comments, pictures and what was struck out.
    """

    blocks: list[Block] = field(default_factory=list)
    removals: list[Removal] = field(default_factory=list)


def read_markdown(text: str) -> MarkdownText:
    """Read a Markdown text (CommonMark with tables, notes and struck-out text).

    Args:
        text: The text without its front matter.

    Returns:
        Blocks whose text is what a reader sees. A list stands with what leads in to it, a row of
        a table with its headers.

    Raises:
        MarkdownError: Lists or quotations are nested too deeply; the message says so.
    """
    markdown = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING})
    markdown.enable(["table", "strikethrough"]).use(footnote_plugin)
    use_whole_tables(markdown)
    # A paragraph that has no marks need not be searched for them, and most have none. Notes stay
    # where they were written.
    markdown.core.ruler.disable(["inline", "footnote_tail"])
    markdown.inline.ruler.disable("footnote_inline")
    return _Rendering(markdown).render(text)


class _Rendering:
    """One reading of a text."""

    def __init__(self, markdown: MarkdownIt) -> None:
        self._markdown = markdown
        self._env: dict[str, object] = {}
        self._result = MarkdownText()

    def render(self, text: str) -> MarkdownText:
        tokens = self._markdown.parse(text, self._env)
        if any(token.level > _MAX_NESTING - 5 for token in tokens):
            message = "its lists or quotations are nested too deeply: make them flatter"
            raise MarkdownError(message)
        self._blocks(iter(tokens))
        return self._result

    def _blocks(self, tokens: Iterator[Token]) -> None:
        blocks = self._result.blocks
        for token in tokens:
            if token.type == "heading_open":
                self._add_heading(self._inline(next(tokens).content), token)
            elif token.type == "inline":
                self._add_paragraph(token.content)
            elif token.type in {"bullet_list_open", "ordered_list_open"}:
                add_list(blocks, list(self._items(tokens, token.type, 0)))
            elif token.type == TABLE:
                add_unmarked_table(blocks, self._rows(token))
            elif token.type in {"fence", "code_block"}:
                code = token.content.strip("\n")
                self._add(code if token.type == "fence" else _unindented(code), by_line=True)
            elif token.type == "html_block":
                self._add_html(token.content)

    def _add(self, text: str, *, by_line: bool = False, is_bold: bool = False) -> None:
        if text.strip():
            block = Block(text.strip(), is_heading=False, by_line=by_line, is_bold=is_bold)
            self._result.blocks.append(block)

    def _add_paragraph(self, content: str) -> None:
        """Append a paragraph; a first line that is bold and no sentence is its heading."""
        bold = _BOLD_LINE.match(content)
        if bold and not ends_like_sentence(bold[2], NO_HEADING_ENDS):
            self._result.blocks.append(Block(bold[2].strip(), is_heading=True))
            content = content[bold.end() :]
        is_bold = _BOLD_ALONE.fullmatch(content) is not None
        self._add(self._inline(content), is_bold=is_bold)

    def _add_heading(self, text: str, token: Token) -> None:
        """Append a heading; a line of dashes right under prose makes no heading of it."""
        underlined = token.markup in {"-", "="}
        prose = underlined and (ends_like_sentence(text) or len(text) > _MAX_UNDERLINED_LENGTH)
        if text and (prose or len(text) > _MAX_HEADING_LENGTH):
            self._add(text)
        elif text:
            self._result.blocks.append(Block(text, is_heading=True, level=level_of(token.tag)))

    def _add_html(self, content: str) -> None:
        if _COMMENT.match(content):
            comment, end, rest = content.partition("-->")
            self._remove(comment + end, "comment")
            content = rest
        self._add(self._inline(without_tags(content)))

    def _remove(self, text: str, why: str) -> None:
        if text.strip():
            self._result.removals.append(Removal(text.strip(), why))

    def _items(self, tokens: Iterator[Token], kind: str, depth: int) -> Iterator[str]:
        """Yield a list's items with their marks, those of a list within it indented."""
        end = kind.replace("open", "close")
        mark, parts = "-", list[str]()
        for token in tokens:
            if token.type == "list_item_open":
                mark = f"{token.info}{token.markup}" if token.info else token.markup
                parts = []
            elif token.type in {"bullet_list_open", "ordered_list_open"}:
                if parts:
                    yield f"{'  ' * depth}{mark} {' '.join(parts)}"
                parts = []
                yield from self._items(tokens, token.type, depth + 1)
            elif token.type == "list_item_close" and parts:
                yield f"{'  ' * depth}{mark} {' '.join(parts)}"
                parts = []
            elif token.type in {"inline", "fence", "code_block", "html_block"}:
                parts.append(self._folded(token))
            elif token.type == TABLE:
                parts.extend(cell for row in self._rows(token) for cell in row)
            elif token.type == end:
                return

    def _rows(self, token: Token) -> list[list[str]]:
        """Return the text of a table's cells, each on one line."""
        return [[self._on_one_line(cell) for cell in row] for row in token.meta["rows"]]

    def _folded(self, token: Token) -> str:
        """Return the text of an item on one line."""
        content = token.content
        content = without_tags(content) if token.type == "html_block" else content
        return self._on_one_line(content)

    def _on_one_line(self, content: str) -> str:
        return " ".join(self._inline(content).split())

    def _inline(self, content: str) -> str:
        """Return the text of a paragraph without the marks in it.

        Where thousands of brackets would each be followed to the paragraph's end, they stay.
        """
        brackets = content.count("[") + content.count("<")
        if not _MARKED.search(content) or brackets * len(content) > _MAX_WORK:
            return content
        tokens: list[Token] = []
        self._markdown.inline.parse(content, self._markdown, self._env, tokens)
        closed = closed_elements(content)
        text = _REFERENCE.sub("", "".join(self._texts(tokens, closed)))
        return _GAP.sub(" ", text.replace(_ESCAPED, "")).strip()

    def _texts(self, tokens: list[Token], closed: AbstractSet[str]) -> Iterator[str]:
        struck: list[str] | None = None
        for token in tokens:
            if token.type == "s_open":
                struck = []
            elif token.type == "s_close" and struck is not None:
                self._remove("".join(struck), "struck out")
                struck = None
            elif token.type == "image":
                self._remove(token.content, "image")
            elif token.type == "html_inline" and _COMMENT.match(token.content):
                self._remove(token.content, "comment")
            elif token.type in {"softbreak", "hardbreak"} or token.content:
                text = "\n" if token.type.endswith("break") else token.content
                tag = token.type == "html_inline" and is_tag(token.content, closed)
                text = "" if tag else text
                if struck is None:
                    yield _ESCAPED + text if token.type == "text_special" else text
                else:
                    struck.append(text)


def _unindented(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n"))
