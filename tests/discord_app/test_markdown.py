from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.discord_app.markdown import escape, length, quote
from bot.language.plain_text import plain

HOSTILE = st.text(
    alphabet=st.sampled_from("ab *_~|`<>@:/#[]()\\.-1\n\u202e\u200b😀é"), max_size=300
)


def unescaped(text: str) -> str:
    """Show what Discord shows."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", text).replace("\u200b", "")


@given(HOSTILE)
def test_what_is_shown_is_what_was_written(text: str) -> None:
    assert unescaped(escape(text)) == plain(text)


@given(HOSTILE, st.integers(min_value=1, max_value=200))
def test_never_exceeds_the_limit_nor_cuts_an_escape(text: str, limit: int) -> None:
    cut = escape(text, limit)
    assert length(cut) <= limit
    shown = unescaped(cut.removesuffix("…"))
    assert plain(text).startswith(shown.rstrip())
    assert not re.search(r"(?<!\\)(?:\\\\)*\\\Z", cut.removesuffix("…"))


@given(HOSTILE, HOSTILE, HOSTILE, st.integers(min_value=40, max_value=400))
def test_a_quotation_keeps_its_limit_and_its_words(
    before: str, sentence: str, after: str, limit: int
) -> None:
    text = f"{before} {sentence} {after}"
    start = len(before) + 1
    shown = quote(text, (start, start + len(sentence)), limit)
    assert length(shown) <= limit


def test_items_and_rows_have_a_line_each_and_make_no_list_of_discords() -> None:
    listed = "It\nagreed to:\n- lend it\n1. sell it\nIt met."
    start = listed.index("1.")
    assert quote(listed, (start, start + 10), 1000) == (
        "It agreed to:\n\\- lend it\n**\u200b1. sell it**\nIt met."
    )
    rows = "Year: 2024; Days: 61\nYear: 2025; Days: 148"
    assert quote(rows, (0, 20), 1000) == "**Year: 2024; Days: 61**\nYear: 2025; Days: 148"
    facts = "Age: 51\nShip: Petrel"
    assert quote(facts, (0, 7), 1000, by_line=True) == "**Age: 51**\nShip: Petrel"
    assert quote(facts, (0, 7), 1000) == "**Age: 51** Ship: Petrel"


def test_bolds_the_best_sentence() -> None:
    assert quote("One is. Two is. Three is.", (8, 15), 1000) == "One is. **Two is.** Three is."


def test_cuts_around_the_best_sentence() -> None:
    text = "Before it. " * 50 + "The best one. " + "After it. " * 50
    start = text.index("The best")
    shown = quote(text, (start, start + 13), 120)
    assert "**The best one.**" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")


@given(HOSTILE)
def test_nothing_of_discords_markup_stays_alive(text: str) -> None:
    shown = escape(text)
    alive = re.sub(r"\\[^0-9A-Za-z\s]", "é", shown)
    assert not re.search(r"[*_~|`<>\[\]]|@everyone|@here|\w://|^\d+[.)]|^[-+] ", alive)


def test_underlines_the_answers_own_words_in_the_sentence() -> None:
    text = "It reopened. The work cost 4.5 million dollars. We paid."
    sentence = (13, 47)
    start = text.index("4.5")
    shown = quote(text, sentence, 500, (start, start + len("4.5 million dollars")))
    assert shown == "It reopened. **The work cost __4.5 million dollars__.** We paid."


def test_leaves_the_underline_out_where_the_sentence_is_cut() -> None:
    text = "word " * 100 + "end."
    shown = quote(text, (0, len(text)), 60, (0, 4))
    assert "__" not in shown
    assert shown.startswith("**word word")
    assert length(shown) <= 60


def test_text_from_right_to_left_is_isolated_as_a_whole() -> None:
    arabic = "وقال القبطان إن الضباب انتشر. ووصلوا"

    assert escape(arabic) == f"\u2068{arabic}\u2069"
    assert quote(arabic, (0, 29), 500).startswith("\u2068**")
    assert quote(arabic, (0, 29), 500).endswith("\u2069")
    assert quote(arabic, (0, 29), 500).count("\u2068") == 1
    assert len(escape(arabic * 20, 100)) <= 100
    assert escape("plain") == "plain"


def test_no_character_of_an_article_breaks_its_lines() -> None:
    text = "The pilot flew.\ue000-# 100% sure\ue0001. The end."
    assert quote(text, (0, 15), 200) == "**The pilot flew.** \\-\\# 100% sure 1. The end."


def test_no_space_is_added_where_sentences_have_none_between_them() -> None:
    text = "川が氾濫した。死者はいない。雨は続く。"
    assert quote(text, (7, 14), 100) == "川が氾濫した。**死者はいない。**雨は続く。"
    assert quote("One. Two. Three.", (5, 9), 100) == "One. **Two.** Three."
    assert quote("One. Two.", None, 100) == "One. Two."
