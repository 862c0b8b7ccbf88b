from __future__ import annotations

from dataclasses import replace

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles.article import Passage
from bot.articles.quote import Quote
from bot.discord_app.autocomplete import article_choices
from bot.discord_app.buttons.passage import copy_button
from bot.discord_app.locale.language import Languages
from bot.discord_app.markdown import clip, escape, length, unescape
from bot.discord_app.shown.answer import (
    Frame,
    context_layout,
    hit_layout,
    not_found_layout,
    parts_layout,
    perhaps_layout,
)
from bot.discord_app.shown.articles import articles_layout
from bot.discord_app.shown.claim import claim_layout
from bot.discord_app.shown.layout import TEXT_LIMIT, layout, notice
from bot.discord_app.shown.person import people_layout, person_layout
from bot.discord_app.shown.summary import digest_layout, summary_layout, topic_layout
from bot.discord_app.stored_hits import store_hit
from bot.ingest.reader import parse_article
from bot.language.packs import LANGUAGES
from bot.language.plain_text import plain
from bot.library.claim_check import ClaimCheck, CloseSentence
from bot.library.library import Library
from bot.people.person import Person
from bot.retrieval.answer import UNSURE, Answer, Hit
from bot.retrieval.answer import Part as QuestionPart
from bot.retrieval.claim import Difference
from bot.summary.summary import Summary, TopicSummary
from tests.conftest import BRIDGE
from tests.discord_app.reading import read

ARTICLE = parse_article(BRIDGE.encode(), "bridge.md")
SPOKEN = Languages.load()
ENGLISH = SPOKEN.english
EMOJI = "😀" * 400
LONG = st.text(st.sampled_from("a b😀*_`[]()<>|\\#\n-.,“”א漢"), min_size=1, max_size=900).filter(
    plain
)


def payload(view: discord.ui.LayoutView) -> dict[str, object]:
    return {"components": [item.to_component_dict() for item in view.children]}


@given(LONG, LONG, LONG, st.integers(1, 500))
def test_whatever_an_article_says_is_shown_within_discords_limits(
    title: str, text: str, source: str, path: int
) -> None:
    span = (0, len(text))
    passage = Passage("x#1", 1, text, (span,), heading=source)
    url = "https://news.example/" + "p" * path
    article = replace(
        ARTICLE, title=title, source=source, author=source[::-1], url=url, passages=(passage,) * 3
    )
    hit = Hit(Quote(article, passage, span), 0.0, ())
    answer = Answer(text, 0.5, "perhaps", UNSURE, (hit,) * 3)
    button = copy_button(store_hit(hit), ENGLISH)
    frame = Frame("sure", button, [button] * 5, question=text, older="older: 2 more")
    person = Person("x", title, (title,) * 9, (hit.quote,) * 9, ((article, 2),) * 9, (), (title,))
    claim = ClaimCheck(text, answer, (CloseSentence(hit, Difference((), ())),) * 2)
    in_parts = replace(answer, parts=(QuestionPart(text, hit),) * 5)
    for view in (
        parts_layout(in_parts, [button] * 5, ENGLISH),
        claim_layout(claim, [button] * 2, ENGLISH),
        digest_layout("New", (hit.quote,) * 9, ENGLISH),
        hit_layout(hit, frame, ENGLISH),
        perhaps_layout(answer, [button] * 3, ENGLISH),
        perhaps_layout(replace(answer, articles_in=LANGUAGES), [button] * 3, ENGLISH),
        context_layout(hit.quote, 1, ENGLISH),
        not_found_layout(answer, button, ENGLISH),
        articles_layout([article] * 5, 0, 1, ([button] * 5, ()), ENGLISH),
        summary_layout(Summary(article, (hit.quote,) * 5), ENGLISH, question=text),
        topic_layout(TopicSummary(title, (hit.quote,) * 9), ENGLISH),
        person_layout(replace(person, passages=(hit.quote,) * 3), ENGLISH),
        people_layout([person] * 15, 0, 1, ENGLISH, unlisted=["ja"], buttons=[button] * 2),
    ):
        # Nothing had to be left out whole.
        assert "…" not in read(payload(view), "\0").split("\0")


@pytest.mark.parametrize("locale", list(discord.Locale))
def test_no_language_of_the_interface_leaves_a_line_of_an_unsure_answer_out(
    locale: discord.Locale,
) -> None:
    long = "<@1>" * 300
    passage = Passage("x#1", 1, long, ((0, len(long)),), heading=long)
    article = replace(
        ARTICLE, title=long, source=long, author=f"a{long}", passages=(passage,), as_of=ARTICLE.date
    )
    hit = Hit(Quote(article, passage, (0, len(long))), 0.0, ())
    answer = Answer(long, 0.5, "perhaps", UNSURE, (hit,) * 3, articles_in=LANGUAGES)
    language = SPOKEN.of(locale)
    view = perhaps_layout(answer, [copy_button(store_hit(hit), language)] * 3, language)
    assert "…" not in read(payload(view), "\0").split("\0")


def test_what_is_too_long_all_the_same_is_left_out_and_not_refused() -> None:
    said = read(payload(layout(discord.Colour(0), "a" * 3000, "b" * 2000, "c" * 900, "d")))
    assert said.split("\n") == ["a" * 3000, "…", "c" * 900, "d"]
    assert length(read(payload(notice(EMOJI * 9)))) <= TEXT_LIMIT


@given(st.text(max_size=300))
def test_an_escaped_question_is_read_back_as_it_was(text: str) -> None:
    assert unescape(escape(text)) == plain(text)


def test_limits_are_counted_as_discord_counts() -> None:
    article = replace(ARTICLE, title=EMOJI)
    (choice,) = article_choices(Library([article]), "")
    shown = summary_layout(Library([article]).summary(), ENGLISH, question=EMOJI)
    question, title, *_ = read(payload(shown)).splitlines()
    assert length(title.partition("](")[0]) <= len("### [") + 256
    assert 250 < length(question) <= len("-# ") + 256
    assert 95 < length(choice.name) <= 100


@pytest.mark.parametrize("hidden", ["\u202e", "\u3164", "\U0001d173", "\U0001bca1", "\u200b"])
def test_nothing_that_cannot_be_seen_is_shown_above_an_answer_or_offered(hidden: str) -> None:
    article = replace(ARTICLE, title=f"Harbour {hidden}bridge")
    (choice,) = article_choices(Library([article]), "")
    shown = summary_layout(Library([article]).summary(), ENGLISH, question=f"Who{hidden} is it?")
    assert choice.name == "Harbour bridge"
    assert read(payload(shown)).startswith("-# Who is it?\n### [Harbour bridge](")
    assert article_choices(Library([replace(article, title=hidden)]), "")[0].name == "bridge"


def test_clips_at_the_last_character_that_fits() -> None:
    assert clip("abc", 3) == "abc"
    assert clip("abcd", 3) == "ab…"
    assert clip("a😀😀", 4) == "a😀…"
    assert clip("😀😀", 3) == "😀…"


def test_who_asks_in_another_language_is_told_what_the_articles_are_in() -> None:
    passage = Passage("x#1", 1, "It sank.", ((0, 8),))
    hit = Hit(Quote(replace(ARTICLE, passages=(passage,)), passage, (0, 8)), 0.0, ())
    answer = Answer("Quand ?", 0.4, "perhaps", UNSURE, (hit,), articles_in=("en", "de"))
    button = copy_button(store_hit(hit), ENGLISH)
    told = "The articles are in English or German: ask in that language, or by a name."
    assert told in read(payload(perhaps_layout(answer, [button], ENGLISH)))
    in_parts = replace(answer, parts=(QuestionPart("Quand ?", hit),))
    assert told in read(payload(parts_layout(in_parts, [button], ENGLISH)))
    english = replace(answer, articles_in=())
    assert told not in read(payload(perhaps_layout(english, [button], ENGLISH)))


def test_what_may_answer_is_in_bold_among_the_sentences_around_it() -> None:
    text = "It sank on Monday. Divers found it on Friday. Nobody was hurt."
    passage = Passage("x#1", 1, text, ((0, 18), (19, 45), (46, 62)))
    alone = Passage("x#2", 2, text[19:45], ((0, 26),))
    article = replace(ARTICLE, passages=(passage, alone))
    hits = tuple(
        [
            Hit(Quote(article, p, span), 0.0, ())
            for p, span in ((passage, (19, 45)), (alone, (0, 26)))
        ]
    )
    answer = Answer("When was it found?", 0.5, "perhaps", UNSURE, hits)
    button = copy_button(store_hit(hits[0]), ENGLISH)
    said = read(payload(perhaps_layout(answer, [button] * 2, ENGLISH)))
    assert "> It sank on Monday. **Divers found it on Friday.** Nobody was hurt." in said
    assert "> Divers found it on Friday." in said
