"""What is read of a Word document."""

from __future__ import annotations

import pytest

from bot.ingest.reader import parse_article
from bot.ingest.refusal import RefusedFileError
from tests.ingest.written_files import word_document

DOCUMENT = word_document(
    ("Title", "Lighthouse is sold"),
    ("Normal", "By Jane Roe"),
    ("Normal", "The lighthouse on Gull Rock was sold on Friday for 80,000 pounds."),
    ("Heading 1", "What it needs"),
    ("List Bullet", "a new roof, which the storm of last winter took"),
    ("List Bullet", "a new lamp"),
    [["Year", "Visitors"], ["2023", "1,200"], ["2024", "1,900"]],
    ("Normal", "Maren Holt wants to open a small library in its tower."),
)


def test_paragraphs_headings_lists_and_tables_are_read_in_order() -> None:
    article = parse_article(DOCUMENT, "sale.docx")
    assert (article.title, article.author) == ("Lighthouse is sold", "Jane Roe")
    texts = [passage.text for passage in article.passages]
    assert texts[0] == "The lighthouse on Gull Rock was sold on Friday for 80,000 pounds."
    assert texts[-1] == "Maren Holt wants to open a small library in its tower."
    assert any("• a new lamp" in text for text in texts)
    assert any("2024" in text and "1,900" in text for text in texts)
    assert article.passages[1].heading == "What it needs"


@pytest.mark.parametrize("content", [b"", b"PK\3\4 nothing", DOCUMENT[:2000]])
def test_a_damaged_document_is_refused_with_the_mend(content: bytes) -> None:
    with pytest.raises(RefusedFileError, match="save it again"):
        parse_article(content, "sale.docx")
