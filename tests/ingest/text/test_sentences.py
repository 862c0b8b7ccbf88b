from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.text.sentences import split_sentences

if TYPE_CHECKING:
    from pathlib import Path

    from bot.articles.article import Article


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Mr. Blinken met officials of the U.S. Army.", "He left."],
        ["About 9.2 billion dollars remain.", "Nothing else does."],
        ["J. R. R. Tolkien wrote it.", "It sold."],
        ["He lives in Washington, D.C.", "The capital is big."],
        ["It was in the U.S.", "He left at 5 p.m.", "They stayed."],
        ["The U.S. Is not opposed to it.", "A U.S. Has been built."],
        ["It rated 300 U.S. And 40 Dutch firms in the U.S. And Canada.", "It grew."],
        ["It left the U.S.", "And then it came back."],
        ["U.S. Officials met two U.K. Officials.", "Nobody left the U.S.", "Officials said so."],
        ["Sec. 3 and Art. 5 of the act hold.", "It took 40 sec.", "5 are left."],
        ["They met at 5 P.M.", "The U.S. Has agreed."],
        ["“We won.”", "He smiled."],
        ['"We won."', "He smiled."],
        ["“It was hard. We won,” he said.", "Then he left."],
        ["“What?” Mr. Smith asked.", "Nobody knew."],
        ["“Go!” he shouted.", "They went."],
        ["Well... we tried.", "But no...", "He left."],
        ["The contracts. , according to the Pentagon, are signed.", "So be it."],
        ["He works at Apple Inc.", "She works at Google Inc. and likes it."],
        ["Gen. Smith and Sen. Jones spoke.", "Dr. No replied."],
        ["It took 3.5 hours.", "Page 5 (see p. 6) tells why."],
        ["No. 5 won.", "He said no.", "She agreed."],
        ["Born Jan. 5, 1980, he left in Sept. 2001.", "He returned."],
        ["Is that all?", "Yes!", "It is."],
        ["彼は言った。", "私は行った。"],
    ],
)
def test_splits_where_a_reader_would(expected: list[str]) -> None:
    joint = "" if "。" in expected[0] else " "
    assert sentences(joint.join(expected)) == expected


def test_items_that_an_ellipsis_parts_are_sentences() -> None:
    items = [
        "Mills bought 5 tonnes of oats in May...",
        "Orr sold 4 tonnes (milled) to Hask...",
        "No",
    ]
    assert sentences("".join(items)) == [items[0], f"{items[1]}No"]


def test_an_ellipsis_before_a_word_or_two_is_a_pause() -> None:
    pause = "She had never been so sure of a thing...Nobody was."
    assert sentences(pause) == [pause]


def test_parts_a_caption_that_runs_into_the_first_sentence() -> None:
    text = "Ann Chiang of DAB In the Kowloon West district, both were re-elected."
    assert sentences(text) == [
        "Ann Chiang of DAB",
        "In the Kowloon West district, both were re-elected.",
    ]


def test_takes_a_line_end_for_a_space() -> None:
    assert sentences("One line\nand another. A third\nfollows.") == [
        "One line\nand another.",
        "A third\nfollows.",
    ]


@given(st.text(alphabet=st.sampled_from("ab AB.!?…”“\"'()\n\t19,Mr é。")))
def test_leaves_out_nothing_but_white_space(text: str) -> None:
    end = 0
    for start, stop in split_sentences(text):
        assert start >= end
        assert text[end:start].strip() == ""
        assert text[start:stop] == text[start:stop].strip() != ""
        end = stop
    assert text[end:].strip() == ""


@pytest.mark.parametrize("text", ["a" * 1_000_000, ". " * 300_000, "“" * 300_000, "A. " * 300_000])
def test_takes_linear_time_on_hostile_text(text: str) -> None:
    assert split_sentences(text)


def test_the_real_article_splits_into_its_sentences(real_article: Article) -> None:
    counts = [len(passage.sentences) for passage in real_article.passages]
    assert counts == [1, 1, 1, 2, 2, 2, 1, 2, 2, 1, 1, 1, 1, 1, 1]


def test_boundaries_agree_with_the_gold(shared: Path) -> None:
    right = wrong = missed = 0
    folder = shared / "eval" / "wikinews"
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for name, article in gold.items():
        body = (folder / name).read_text(encoding="utf-8").split("---", 2)[2]
        wanted = article["sentences"][1:]
        for paragraph in re.split(r"\n\s*\n", body):
            text = re.sub(r"^#+\s*", "", paragraph.strip())
            ends = set()
            at = 0
            while wanted and (found := text.find(wanted[0], at)) >= 0:
                at = found + len(wanted.pop(0))
                ends.add(at)
            if ends:
                given_ends = {end for _, end in split_sentences(text)}
                right += len(ends & given_ends)
                wrong += len(given_ends - ends)
                missed += len(ends - given_ends)
    assert 2 * right / (2 * right + wrong + missed) >= 0.992


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Frist läuft bis zum 30. April 2024, sagt die Stadt.",
        "Mødet var den 3. maj i København.",
        "Am 1. Januar begann das Jahr.",
    ],
)
def test_a_day_with_a_stop_ends_no_sentence(sentence: str) -> None:
    assert sentences(f"{sentence} Danach war Ruhe.") == [sentence, "Danach war Ruhe."]


def test_a_number_may_end_a_sentence_before_a_month() -> None:
    assert sentences("He scored 45. March was his month.")[0] == "He scored 45."
