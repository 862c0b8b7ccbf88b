"""What a reader of one Chinese script gets from articles in the other."""

from __future__ import annotations

from dataclasses import replace

import pytest
import regex
from opencc import OpenCC

from bot.articles.article import Passage
from bot.language.analysis.chinese_script import as_read, as_written
from bot.language.packs import pack_for
from bot.library.library import Library
from tests.language.gold import Gold, joined, read_gold

to_traditional = OpenCC("s2tw").convert


def in_traditional(gold: Gold) -> Gold:
    articles = []
    for article in gold.articles:
        passages = []
        for passage in article.passages:
            sentences = [to_traditional(passage.text[slice(*span)]) for span in passage.sentences]
            text, spans = joined("zh", sentences)
            passages.append(Passage(passage.id, passage.number, text, spans))
        title = to_traditional(article.title)
        articles.append(replace(article, title=title, passages=tuple(passages)))
    questions = tuple(
        replace(one, text=to_traditional(one.text), answers=tuple(map(to_traditional, one.answers)))
        for one in gold.questions
    )
    return Gold(tuple(articles), questions)


@pytest.mark.parametrize("asked_in", ["simplified", "traditional"])
def test_a_question_in_one_script_is_answered_from_articles_in_the_other(
    asked_in: str,
) -> None:
    simplified = read_gold("zh", "dense")
    traditional = in_traditional(simplified)
    found, asked = traditional, simplified
    if asked_in == "traditional":
        found, asked = simplified, traditional
    library = Library(found.articles)

    answers = [library.ask(question.text) for question in asked.questions]

    assert sum(answer.answered for answer in answers) >= 45
    right = [
        gold.is_answered_by(answer.hits[0].passage)
        and any(text in answer.hits[0].sentence_text for text in gold.answers)
        for gold, answer in zip(found.questions, answers, strict=True)
    ]
    assert sum(right) >= 46


def test_what_is_quoted_stays_as_it_was_written() -> None:
    library = Library(in_traditional(read_gold("zh", "dense")).articles)

    answer = library.ask("哈尔茅斯有多大比例的居民死于鼠疫？")

    assert "五週之內三分之一的居民死亡" in answer.hits[0].sentence_text


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("森林公園的面積有多大？", "公園占地58公頃。", "公園有58棵樹。"),
        ("修橋花了多少錢？", "一共三億元。", "一共三個月。"),
        ("有多少個簽名？", "收到1400個簽名。", "收到1400封信。"),
    ],
)
def test_what_is_measured_is_known_in_either_script(
    question: str, sentence: str, other: str
) -> None:
    pack = pack_for("zh")
    for asked, answering in (
        (question, sentence),
        (as_read(question, "zh"), sentence),
        (question, as_read(sentence, "zh")),
    ):
        shape = pack.shape_of(asked)

        assert shape is not None
        assert shape.pattern.search(answering)
        assert not shape.pattern.search(other)


def test_what_is_said_around_a_question_is_known_in_either_script() -> None:
    pack = pack_for("zh")

    assert pack.chatter.without_noise("請問誰贏了？") == "誰贏了？"
    assert pack.chatter.talk_of("謝謝大家") == "thanks"
    assert pack.needs_antecedent("她們笑了。")
    assert pack.leaning_opening.search("於是他走了。")


def test_old_characters_of_japanese_names_are_read_as_those_of_today() -> None:
    assert as_read("渡邉、渡邊、髙橋と廣島", "ja") == "渡辺、渡辺、高橋と広島"


def test_no_other_language_is_read_anew() -> None:
    assert as_read("鹽 臺灣", "ko") == "鹽 臺灣"
    assert as_written("鹽|公顷", "ja") == "鹽|公顷"
    assert as_read("鹽稅 III", "zh") == "盐税 III"


def test_a_pattern_has_both_scripts_outside_and_inside_a_class() -> None:
    pattern = regex.compile(as_written(r"公顷|[个条]{2}", "zh"))

    assert all(map(pattern.fullmatch, ("公顷", "公頃", "個条", "条條")))
    assert not pattern.fullmatch("[公顷")
