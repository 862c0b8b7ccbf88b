"""Draft an article of a PDF or a Word document."""

from __future__ import annotations

from dataclasses import replace

from bot.ingest.draft import Draft, is_titled_by_file, title_from_file
from bot.ingest.metadata.front_matter import FrontMatter
from bot.ingest.refusal import RefusedFileError
from bot.ingest.text.cleaner import clean_blocks
from bot.ingest.text.interview import mark_bold_headings, mark_questions
from bot.ingest.text.splitter import mark_captions
from bot.ingest.text_drafts import draft_text, take_opening


def draft_pdf(content: bytes, file: str) -> Draft:
    """Draft an article of a PDF.

    Raises:
        RefusedFileError: It can't be read; the reason says how to fix it.
    """
    from bot.ingest.formats.pdf import PdfError, read_pdf  # noqa: PLC0415 - for this alone

    try:
        pdf = read_pdf(content)
    except PdfError as error:
        raise RefusedFileError(file, str(error)) from error
    draft = draft_text(pdf.text, file)
    title = pdf.title if pdf.title and is_titled_by_file(draft.title, file) else draft.title
    return replace(draft, title=title, removals=(*pdf.removals, *draft.removals))


def draft_word_document(content: bytes, file: str) -> Draft:
    """Draft an article of a Word document.

    Raises:
        RefusedFileError: It can't be read; the reason says how to fix it.
    """
    from bot.ingest.formats.word_document import (  # noqa: PLC0415 - for this alone
        WordDocumentError,
        read_word_document,
    )

    try:
        given, blocks = read_word_document(content)
    except WordDocumentError as error:
        raise RefusedFileError(file, str(error)) from error
    opening, blocks = take_opening(blocks, given)
    title = opening.title or title_from_file(file)
    blocks, removals = clean_blocks(blocks, title)
    blocks, captions = mark_captions(mark_bold_headings(mark_questions(blocks)))
    fields = opening.complete(FrontMatter())
    return Draft(fields, title, blocks, (*opening.removals, *removals, *captions))
