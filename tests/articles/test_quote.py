from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.articles.quote import Quote
from bot.ingest.reader import parse_article

FERRY = """# The ferry

The ferry sank on Monday. It had left Skarn an hour before. Nobody was hurt. Divers will look for
the cause, which is unknown, once the storm has passed and the harbour is open again.
"""
ARTICLE = parse_article(FERRY.encode(), "ferry.md")
PASSAGE = ARTICLE.passages[0]


def in_context(position: int, limit: int) -> Quote:
    return Quote(ARTICLE, PASSAGE, PASSAGE.sentences[position]).in_context(limit)


def test_what_follows_a_quotation_is_shown_with_it_and_then_what_precedes() -> None:
    assert in_context(1, 50).text == "It had left Skarn an hour before. Nobody was hurt."
    assert in_context(1, 80).text == (
        "The ferry sank on Monday. It had left Skarn an hour before. Nobody was hurt."
    )


def test_an_item_of_a_list_is_quoted_with_what_leads_in_to_it() -> None:
    text = (
        "# Council\n\nIt met. The council agreed to:\n\n- close the pool\n- lend the fire station"
    )
    passage = parse_article(f"{text}\n- write to the mayor\n".encode(), "council.md").passages[0]
    item = Quote(ARTICLE, passage, passage.sentences[3])
    assert item.in_context(65).text == (
        "The council agreed to:\n- close the pool\n- lend the fire station"
    )
    assert item.in_context(30).text == "- lend the fire station"


def test_sentences_without_a_space_between_them_are_shown_together() -> None:
    text = "---\nlang: zh\n---\n# 大桥\n\n大桥周一关闭。无人受伤。渡轮仍在运行。\n"
    article = parse_article(text.encode(), "bridge.md")
    (passage,) = article.passages
    assert len(passage.sentences) == 3
    around = Quote(article, passage, passage.sentences[1]).in_context(40)
    assert around.text == "大桥周一关闭。无人受伤。渡轮仍在运行。"


def test_where_nothing_fits_the_quotation_stands_alone() -> None:
    assert in_context(3, 60).text == PASSAGE.text[slice(*PASSAGE.sentences[3])]


@given(st.integers(0, len(PASSAGE.sentences) - 1), st.integers(0, 400))
def test_a_quotation_in_context_is_whole_sentences_around_it_within_the_limit(
    position: int, limit: int
) -> None:
    start, end = PASSAGE.sentences[position]
    first, last = in_context(position, limit).span
    assert first <= start
    assert end <= last
    assert first in {span[0] for span in PASSAGE.sentences}
    assert last in {span[1] for span in PASSAGE.sentences}
    assert last - first <= max(limit, end - start)
