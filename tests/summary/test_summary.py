from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.gold import read_gold
from bot.evaluation.summaries import evaluate_summaries
from bot.ingest.reader import parse_article
from bot.ingest.refusal import RefusedFileError
from bot.library.library import Library
from bot.summary.sentences import sentences_of
from bot.summary.summary import LENGTHS
from tests.conftest import BRIDGE, OTTERS

if TYPE_CHECKING:
    from pathlib import Path

    from bot.articles.article import Article


@pytest.mark.parametrize("length", LENGTHS)
def test_lengths_are_about_what_they_say(real_article: Article, length: str) -> None:
    summary = Library([real_article]).summary(words=LENGTHS[length])
    words = sum(len(sentence.text.split()) for sentence in summary.sentences)
    whole = sum(len(passage.text.split()) for passage in real_article.passages)
    assert words <= 1.2 * LENGTHS[length]
    assert words >= 0.6 * min(LENGTHS[length], whole / 2)
    assert words <= 0.5 * whole


def test_sentences_are_verbatim_in_order_and_all_different(real_article: Article) -> None:
    summary = Library([real_article]).summary(words=200)
    places = []
    for sentence in summary.sentences:
        assert sentence.text in sentence.passage.text
        places.append((sentence.passage.number, sentence.passage.text.index(sentence.text)))
    assert places == sorted(set(places))


def test_no_headline_caption_fragment_or_speech_without_its_speaker() -> None:
    text = (
        "Bridge reopens\n\nThe bridge reopened on Saturday after nine months of repairs.\n\n"
        "Mayor Ann Lee on the bridge. Image: City News.\n\n"
        "“It was a long winter for all of us.”\n\n"
        "What it cost\n\nThe work on the bridge cost the city 4.5 million dollars in all.\n\n"
        "“We began in June. We ended in March.\n\nThousands of people walked across it at noon.\n"
    )
    summary = Library([parse_article(text.encode(), "a.txt")]).summary(words=200)
    for sentence in summary.sentences:
        assert not sentence.text.startswith("“")
        assert "Image" not in sentence.text
        assert sentence.text not in {"Bridge reopens", "What it cost"}


def test_two_that_say_the_same_are_not_both_shown() -> None:
    same = "The harbour bridge reopened on Saturday after nine months of repairs"
    text = f"Bridge\n\n{same}.\n\n{same}, at last.\n\nOtters were seen in the river by anglers.\n"
    summary = Library([parse_article(text.encode(), "a.txt")]).summary(words=200)
    assert sum("reopened" in sentence.text for sentence in summary.sentences) == 1


@given(st.text(max_size=800), st.integers(min_value=1, max_value=300))
def test_any_article_is_summarised_from_its_own_sentences(text: str, words: int) -> None:
    try:
        article = parse_article(text.encode("utf-8", "replace"), "a.txt")
    except RefusedFileError:
        return
    for sentence in Library([article]).summary(words=words).sentences:
        assert sentence.text in sentence.passage.text


def test_whoever_is_quoted_or_meant_is_named_before(real_article: Article) -> None:
    for words in LENGTHS.values():
        sentences = [s.text for s in Library([real_article]).summary(words=words).sentences]
        stressed = next((n for n, text in enumerate(sentences) if "he stressed" in text), None)
        assert stressed is None or sentences[stressed - 1].endswith("said Mr. Rutte.")


def test_he_never_stands_without_the_sentence_that_names_him() -> None:
    text = (
        "Bridge\n\nThe harbour bridge in Lune reopened on Saturday after nine months.\n\n"
        "Mayor Ann Lee opened the bridge with a short speech. "
        "She said that the bridge had cost the city of Lune 4.5 million dollars in all.\n\n"
        + "Otters swam past the old pier while many people ate cake on the sunny bank. "
        * 3
    )
    for words in range(10, 80, 5):
        summary = Library([parse_article(text.encode(), "a.txt")]).summary(words=words)
        texts = [sentence.text for sentence in summary.sentences]
        for before, sentence in zip(["", *texts], texts, strict=False):
            assert not sentence.startswith("She") or before.startswith("Mayor Ann Lee")


def test_summaries_are_level_with_the_lead_on_the_gold(shared: Path) -> None:
    report = evaluate_summaries(read_gold(shared / "eval" / "wikinews" / "gold.json"))
    for ahead in report.ahead.values():
        assert ahead.value >= -0.005
        assert ahead.high > 0


def test_no_sentence_from_within_a_quotation_no_i_or_we_and_no_dateline() -> None:
    text = (
        "Harbour\n\nLUNE, May 3 (Reuters) - The harbour of Lune will be dredged in the spring.\n\n"
        "I have lived beside the harbour of Lune for as long as anybody can remember.\n\n"
        "“The harbour of Lune is our life, and the harbour of Lune will be dredged at last.\n\n"
        "“We have waited for the dredging of the harbour of Lune,” said Ann Lee.\n\n"
        "The council of Lune has set aside two million for the dredging of the harbour.\n\n"
        "Fishing boats have had to wait outside for the tide since the winter storms.\n\n"
        "‘The harbour of Lune has never been so shallow in all my years here’.\n"
    )
    article = parse_article(text.encode(), "a.txt")
    first, personal, opening, inside, *_, last = sentences_of(
        (article, p) for p in article.passages
    )
    assert first.quote.text == "The harbour of Lune will be dredged in the spring."
    assert first.is_quotable
    assert personal.in_first_person
    assert not opening.is_quotable
    assert inside.quoted
    assert not last.is_quotable
    summary = Library([article]).summary(words=30)
    assert summary.sentences[0].text == first.quote.text


NEWS = Library(
    [parse_article(BRIDGE.encode(), "bridge.md"), parse_article(OTTERS.encode(), "otters.txt")]
)


def test_a_topic_is_summarised_over_all_articles() -> None:
    summary = NEWS.topic_summary("the bridge", words=60)
    assert {sentence.article.id for sentence in summary.sentences} >= {"bridge"}
    for sentence in summary.sentences:
        assert sentence.text in sentence.passage.text
        assert sentence.passage in sentence.article.passages
    assert sum(len(s.text.split()) for s in summary.sentences) <= 70


def test_a_topic_stays_within_an_article_where_one_is_named() -> None:
    assert NEWS.topic_summary("otters").sentences
    assert not NEWS.within("bridge").topic_summary("otters").sentences


@pytest.mark.parametrize("topic", ["", "??", "quantum chromodynamics", "x" * 5000])
def test_of_an_unknown_topic_nothing_is_said(topic: str) -> None:
    assert NEWS.topic_summary(topic).sentences == ()
