from __future__ import annotations

from dataclasses import replace

import pytest

from bot.discord_app.choices import article_choices
from bot.discord_app.markdown import clip, escape, length
from bot.discord_app.shown.answer import with_question
from bot.discord_app.shown.layout import TITLE_LIMIT, article_embed, linked
from bot.ingest.reader import parse_article
from bot.library.library import Library
from tests.conftest import BRIDGE

ARTICLE = parse_article(BRIDGE.encode(), "bridge.md")
EMOJI = "😀" * 400


@pytest.mark.parametrize(
    ("title", "url", "host"),
    [
        ("https://www.bbc.co.uk/news/1", "https://evil.example/news", " (evil.example)"),
        ("Read www.bbc.co.uk", "https://evil.example/news", " (evil.example)"),
        ("BBC.co.uk: the news", "https://www.bbc.co.uk/news", ""),
        ("The U.S. and the E.U. agree", "https://news.example/1", ""),
        ("No. 4.5 million", "https://news.example/1", ""),
    ],
)
def test_a_title_that_reads_like_another_address_has_its_host_beside_it(
    title: str, url: str, host: str
) -> None:
    article = replace(ARTICLE, title=title, url=url)
    assert linked(article) == f"[{escape(title)}]({url}){host}"
    assert article_embed(article).title == escape(title) + host


def test_an_address_with_a_name_in_it_is_no_link() -> None:
    article = replace(ARTICLE, url="https://www.bbc.co.uk@evil.example/")
    assert article_embed(article).url is None
    assert linked(article) == "Harbour bridge reopens after nine months"


def test_limits_are_counted_as_discord_counts() -> None:
    article = replace(ARTICLE, title=EMOJI)
    (choice,) = article_choices(Library([article]), "")
    embed = with_question(article_embed(article), EMOJI)
    assert length(embed.title or "") <= TITLE_LIMIT
    assert 250 < length(embed.author.name or "") <= 256
    assert 95 < length(choice.name) <= 100


@pytest.mark.parametrize("hidden", ["\u202e", "\u3164", "\U0001d173", "\U0001bca1", "\u200b"])
def test_nothing_that_cannot_be_seen_is_shown_above_an_answer_or_offered(hidden: str) -> None:
    article = replace(ARTICLE, title=f"Harbour {hidden}bridge")
    (choice,) = article_choices(Library([article]), "")
    embed = with_question(article_embed(article), f"Who{hidden} is it?")
    assert choice.name == "Harbour bridge"
    assert embed.author.name == "Who is it?"
    assert article_choices(Library([replace(article, title=hidden)]), "")[0].name == "bridge"


def test_clips_at_the_last_character_that_fits() -> None:
    assert clip("abc", 3) == "abc"
    assert clip("abcd", 3) == "ab…"
    assert clip("a😀😀", 4) == "a😀…"
    assert clip("😀😀", 3) == "😀…"
