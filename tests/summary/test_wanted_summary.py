from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.language.packs import pack_for
from bot.summary.wanted_summary import WantedSummary, wanted_summary
from tests.retrieval.meaning.embedding_letters import made_article

ENGLISH = (pack_for("en"),)
FLAG = replace(
    made_article("flag", "Votes were counted.", title="New Zealand keeps its flag"),
    date=dt.date(2016, 3, 24),
)
FERRY = replace(
    made_article("ferry-deal", "A deal was struck.", title="Strike ends after a night of talks"),
    date=dt.date(2024, 5, 2),
)
OLD = made_article("old", "Somebody sailed.", title="A voyage")
ALL = [FLAG, FERRY, OLD]


@pytest.mark.parametrize(
    "question",
    [
        "what happened?",
        "What's this about",
        "tl;dr",
        "tldr please",
        "what's going on here?",
        "Summarise the article",
        "can you give me the gist of it?",
        "so what is this all about??",
        "any news",
        "whats new",
        "give me the whole article",
        "can you show me the full story please",
        "i want to read the rest of the article",
    ],
)
def test_the_whole_is_asked_for(question: str) -> None:
    assert wanted_summary(question, ALL, ENGLISH) == WantedSummary(FERRY, "newest")
    assert wanted_summary(question, [FLAG], ENGLISH) == WantedSummary(FLAG, "only")
    assert wanted_summary(question, ALL, ENGLISH, OLD) == WantedSummary(OLD, "replied")


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("summarise the flag one", FLAG),
        ("tl;dr of the ferry story", FERRY),
        ("what is the voyage article about?", OLD),
        ("recap the strike pls", FERRY),
        ("what's the gist of the flags", FLAG),
        ("show me the whole story on the flag", FLAG),
    ],
)
def test_an_article_may_be_named(question: str, named: object) -> None:
    found = wanted_summary(question, ALL, ENGLISH, OLD if named is not OLD else FLAG)
    assert found is not None
    assert (found.article, found.because) == (named, "named")


@pytest.mark.parametrize(
    "question",
    [
        "what happened to the mayor?",
        "when did it happen",
        "who voted?",
        "what did he say about the flag",
        "summarise the volcano one",
        "how many votes were counted",
        "",
    ],
)
def test_other_questions_ask_for_no_summary(question: str) -> None:
    assert wanted_summary(question, ALL, ENGLISH) is None
    assert wanted_summary("tl;dr", [], ENGLISH) is None


@pytest.mark.parametrize(
    ("question", "language", "named"),
    [
        ("Fass den Artikel über die Streiks zusammen", "de", "streik"),
        ("résume l'article sur New Zealand", "fr", "flag"),
        ("новость про Zealand, кратко перескажи", "ru", None),
        ("перескажи новость про Zealand", "ru", "flag"),
        ("ニュージーランドの国旗の記事を要約して", "ja", "kokki"),
        ("総選挙の記事を要約して", "ja", None),
        ("streści ktoś artykuł o fladze?", "pl", None),
    ],
)
def test_articles_are_named_in_other_languages(
    question: str, language: str, named: str | None
) -> None:
    articles = [
        *ALL,
        replace(made_article("streik", "–", title="Streik in Kiel beendet"), language="de"),
        replace(made_article("kokki", "–", title="国旗は変わらない"), language="ja"),
    ]
    found = wanted_summary(question, articles, (pack_for("en"), pack_for(language)))
    assert (found.article.id if found else None) == named


@pytest.mark.parametrize("question", ["tell me more", "what else?", "and what else", "go on"])
def test_behind_an_answer_more_of_its_article_is_asked_for(question: str) -> None:
    assert wanted_summary(question, ALL, ENGLISH, OLD) == WantedSummary(OLD, "replied")
    assert wanted_summary(question, ALL, ENGLISH) is None
