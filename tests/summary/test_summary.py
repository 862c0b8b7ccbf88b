from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.gold import read_gold
from bot.evaluation.summaries import evaluate_summaries
from bot.ingest.reader import parse_article
from bot.ingest.refusal import RefusedFileError
from bot.language.packs import pack_for
from bot.library.library import Library
from bot.summary.sentences import sentences_of
from bot.summary.summary import LENGTHS, summarise
from tests.benchmarks.question_sets import OWN
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
    for ahead in report.ahead_at_lengths.values():
        assert ahead.value >= 0.005


def test_summaries_are_level_with_the_lead_on_news_of_our_own() -> None:
    report = evaluate_summaries(read_gold(OWN / "news_a" / "summaries.json"))
    for ahead in report.ahead_at_lengths.values():
        assert ahead.value >= -0.005


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


@pytest.mark.parametrize(
    "dateline", ["Lune, Nov. 17 (LNA) ", "LUNE (AP) — ", "Lune Bay, May 3 (Lune Press) -- "]
)
def test_a_dateline_is_left_out_with_and_without_a_dash(dateline: str) -> None:
    text = f"Harbour\n\n{dateline}The harbour of Lune will be dredged in the spring.\n"
    article = parse_article(text.encode(), "a.txt")
    (only,) = sentences_of((article, p) for p in article.passages)
    assert only.quote.text == "The harbour of Lune will be dredged in the spring."


def test_a_quotation_of_several_sentences_may_stand_in_single_marks() -> None:
    text = (
        "Harbour\n\n'The harbour is shallow this year. It has never been like this before. "
        "We are going to dredge it in the spring,' said Ann Lee of the council's harbour office. "
        "The workers' union welcomed the news from the mayor's office on Monday. 'Twas a surprise "
        "to all of them there. The dredgers will come from the mainland in the first week of May.\n"
    )
    article = parse_article(text.encode(), "a.txt")
    quoted = [s.quoted for s in sentences_of((article, p) for p in article.passages)]
    assert quoted == [True, True, True, False, False, False]


@pytest.mark.parametrize(
    "sentence",
    [
        "Leaf vegetables must not be grown there for two seasons, she said.",
        "Some handed in a dead handset and kept the real one for themselves.",
        "All three share a swimming bath near the market hall of the town.",
        "The bird covered about 740,000 kilometres in that time, nearly to the moon.",
        "The company rejects that picture and says that every roster was approved.",
        "But the talks broke down over who would choose the crews on Monday.",
        "Ellery modelled him on a tax inspector from the harbour.",
        "Strand had offered to halve it; Grenn wanted all of the levy to go.",
        "In 1958 she married a Swedish cook who had jumped ship.",
        "What he had struck was a Roman coffin of solid lead.",
        "The last was made in 2011, and in summer.",
        "On board were 28,000 tonnes of wheat and eleven sailors.",
        "Harbour police counted 62 of them, eleven loaded with food.",
        "Crews did so often at Cobalt Bay, the report says.",
        "The three who were outvoted would have preferred a quarter.",
        "The other half got wet and wrote to her about the coats.",
        "Whether faster digging could have saved them is to be cleared up.",
        "If its batteries ran low, it forgot the rate that had been set.",
        "Left alone, it slowly closes any hole that is dug in the salt.",
        "Both towns claim to have invented the dark pudding of oats.",
        "One from Pell Green is baked for the last forty minutes.",
        "Because we began to hear what we expected from the players.",
        "Mrs Tranter said that he was the one who left the gate open.",
    ],
)
def test_what_leans_on_the_sentence_before_needs_it(sentence: str) -> None:
    needs = pack_for("en").needs_antecedent
    assert needs(sentence)
    assert not needs("Some 2,000 ewes were due to cross, the auctioneers said on Monday.")


def test_of_an_interview_neither_signposts_nor_questions_alone_are_quoted() -> None:
    text = (
        "Sorensdatter at 70\n\nLudmila Sorensdatter has been chief conductor for 16 years now.\n\n"
        "Here is what she has to say of it in her dressing room, which has no mirror.\n\n"
        "You turned 70 in May. Did the orchestra do anything? They hid a cuckoo clock in the "
        "timpani of the orchestra. I took it home, and my neighbours hear it.\n\n"
        "You were the first woman to conduct the state opera. In 1991, and for eleven years I "
        "was the last. The leader of the violins of the opera pointed to the cloakroom.\n\n"
        "Nobody pushed her, whatever you have read of the opera, the orchestra says.\n"
    )
    article = parse_article(text.encode(), "a.txt")
    for words in range(8, 60, 4):
        texts = [s.text for s in Library([article]).summary(words=words).sentences]
        assert not any(t.endswith("?") or t.startswith(("You were", "Here ")) for t in texts)
        assert all("They hid a cuckoo clock" in t for t in texts if t.startswith("You turned"))


def test_a_question_and_a_sentence_without_what_it_leans_on_are_left_out() -> None:
    text = (
        "Harbour\n\nThe harbour of Lune will be dredged in the spring, the council says.\n\n"
        "The company Ferro owns the harbour of Lune, the quays and all the cranes on them.\n\n"
        "Its director said that the dredging of the harbour of Lune would cost two million.\n\n"
        "Fishing boats have had to wait outside for the tide since the winter storms.\n\n"
        "How will the dredging of the harbour of Lune be paid for by the council?\n\n"
        "Otters swam past the old pier while many people ate cake on the sunny bank.\n"
    )
    article = parse_article(text.encode(), "a.txt")
    for words in range(12, 45, 3):
        texts = [s.text for s in Library([article]).summary(words=words).sentences]
        assert not any(text.endswith("?") for text in texts)
        for before, sentence in zip(["", *texts], texts, strict=False):
            assert not sentence.startswith("Its") or before.startswith("The company Ferro")


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


LIVE = """Bridge at Lune live: third man found alive

7.05am - Good morning from the old quay of Lune, where it has been raining since midnight.

8.20am - The council has put out sandbags, and buses are running on the other side of the river.

9.40am - The third man who fell from the bridge has been found alive in a boat house at Lune.

11.30am - The café on the quay sells soup to the crews and to everybody who has come to watch.
"""

SCENE = """The bridge that closes at four

Every weekday at ten to four Ann Lee starts to run. She has an apron on and a bag of buns with her.

Her sons wait on the other side, and so does a man with a whistle who has never smiled at her yet.

Then, on 1 August, the council of Lune closed the bridge for everybody without a yellow card.

The card costs 120 marks, which is as much as many of those who need it earn in a week or two.

Some say that it is too much, and others that there should be no card at all for anybody in town.
"""


def test_of_a_live_report_the_entry_that_the_headline_means_is_told() -> None:
    article = parse_article(LIVE.encode(), "live.txt")
    (first, *_) = summarise(article, pack_for("en"), 25).sentences
    assert "found alive" in first.text


def test_an_article_that_opens_with_a_scene_is_told_from_its_point_too() -> None:
    article = parse_article(SCENE.encode(), "scene.txt")
    told = [sentence.text for sentence in summarise(article, pack_for("en"), 45).sentences]
    assert any("on 1 August" in sentence for sentence in told)


def test_the_first_sentence_of_an_article_leans_on_nothing() -> None:
    text = (
        "It was noon when the bridge of Lune fell into the river. Two boats sank with all their "
        "nets. A baker saw the spray from the window of a shop. Nobody came to harm, as far as "
        "the police can tell. The ferry is to run until somebody has paid for new piers."
    )
    article = parse_article(f"Bridge of Lune falls\n\n{text}".encode(), "a.txt")
    (first, *_) = summarise(article, pack_for("en"), 14).sentences
    assert first.text.startswith("It was noon")
