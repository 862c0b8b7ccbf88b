from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.analysis.analyser import Analyser
from bot.language.packs import pack_for

ANALYZER = pack_for("en").analyser


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Andriï", "andrii"),
        ("Ukraine's", "Ukraine"),
        ("Ukraine’s", "ukraine"),
        ("1,000", "1000"),
        ("U.S.", "US"),
        ("USA", "U.S."),
        ("troops", "troop"),
        ("sank", "sinking"),
        ("mln", "millions"),
        ("dlrs", "dollar"),
        ("women", "woman"),
        ("don't", "dont"),
        ("ｆｕｌｌ", "full"),
    ],
)
def test_brings_together_what_means_the_same(first: str, second: str) -> None:
    assert ANALYZER.terms(first) == ANALYZER.terms(second)


def test_a_hyphenated_word_is_found_in_parts_and_joined() -> None:
    terms = ANALYZER.terms("long-range missiles")
    assert set(ANALYZER.terms("long range")) < set(terms)
    assert set(ANALYZER.terms("longrange")) < set(terms)


def test_stop_words_and_question_words_yield_nothing() -> None:
    assert ANALYZER.terms("Who is it that was there, and how? Tell us.") == ANALYZER.terms("tell")


@pytest.mark.parametrize("text", ["9.2 billion", "3-1", "x" * 500, "…", "😀", "ǆ"])
def test_odd_text_does_no_harm(text: str) -> None:
    assert isinstance(ANALYZER.terms(text), list)


@given(st.text(max_size=300))
def test_forms_are_lower_case_and_never_empty(text: str) -> None:
    assert all(form and form == form.lower() for form in ANALYZER.forms(text))


def test_without_a_stemmer_nothing_is_stemmed() -> None:
    assert Analyser().terms("the running") == ["the", "running"]


def test_a_word_that_is_nothing_but_an_accent_yields_nothing() -> None:
    assert ANALYZER.terms("\uff9e rain \uff9f") == ANALYZER.terms("rain")


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("en", "The bill (https://example.com/Foo-bar?a=b#c) passed.", "The bill passed."),
        ("en", "See HTTPS://EXAMPLE.COM or www.example.org/foo.", "See or."),
        ("en", "Amazon.com and Ben@example.org wrote.", "Amazon.com and Ben@example.org wrote."),
        ("de", "Das Öl, siehe https://öl.example/preis, wird teuer.", "Das Öl, siehe wird teuer."),
        ("ja", "詳しくは https://example.com/foo。橋が再開した。", "詳しくは。橋が再開した。"),
        ("ko", "다리는 https://example.com/foo에서 열렸다.", "다리는 에서 열렸다."),
    ],
)
def test_web_addresses_are_no_words(code: str, text: str, words: str) -> None:
    analyser = pack_for(code).analyser
    assert analyser.terms(text) == analyser.terms(words)
