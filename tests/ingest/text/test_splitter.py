from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.text.sentences import MAX_SENTENCE_LENGTH
from bot.ingest.text.splitter import (
    MAX_PASSAGE_LENGTH,
    MAX_PASSAGE_WORDS,
    Block,
    mark_captions,
    plain_blocks,
    split_passages,
)


def texts(source: str) -> list[str]:
    return [block.text for block in plain_blocks(source.split("\n"))]


def test_blank_lines_part_paragraphs() -> None:
    assert texts("One is here.\nIt goes on.\n\n\nTwo is here.") == [
        "One is here.\nIt goes on.",
        "Two is here.",
    ]


def test_line_ends_part_paragraphs_where_there_are_no_blank_lines() -> None:
    assert texts("\nOne is here.\nTwo is here.\nThree is here.\n") == [
        "One is here.",
        "Two is here.",
        "Three is here.",
    ]


def test_a_wrapped_text_without_blank_lines_is_one_paragraph() -> None:
    source = (
        "The bridge that crosses the harbour\nreopened on Saturday after a long\n"
        "winter of repairs. The mayor spoke\nto the crowd, which cheered."
    )
    assert texts(source) == [source]


def test_a_short_line_above_prose_is_a_sub_heading() -> None:
    blocks = plain_blocks(["What it cost", "", "It cost a lot of money."])
    assert [block.is_heading for block in blocks] == [True, False]


@pytest.mark.parametrize(
    "line",
    [
        "Ravensmoor United 3 Tidewell City 2",
        "Leicester 24 (17), Bath 19",
        "Final score: Ravensmoor 3–2 Tidewell",
        "Osaka beat Sharapova 6-3, 6-4",
        "Köln – Bayern 2:1",
    ],
)
def test_the_score_above_a_report_is_a_passage(line: str) -> None:
    blocks = plain_blocks([line, "", "The visitors had led by two goals at the interval."])
    assert [block.is_heading for block in blocks] == [False, False]


@pytest.mark.parametrize(
    "line",
    [
        "Phase 3 Part 2",
        "World Cup 1998",
        "Saturday 10:30",
        "Days 1–3 of the trial",
        "Weeks 1-4",
        "Opening hours 9-5",
        "Ages 11-16 in numbers",
        "Question 1 and question 2",
        "What the 20 say about the 27",
    ],
)
def test_a_heading_with_numbers_is_no_score(line: str) -> None:
    blocks = plain_blocks([line, "", "The visitors had led by two goals at the interval."])
    assert [block.is_heading for block in blocks] == [True, False]


def test_a_sub_heading_is_context_and_no_passage() -> None:
    blocks = [
        Block("Before it all.", is_heading=False),
        Block("What it cost", is_heading=True),
        Block("It cost a lot.", is_heading=False),
        Block("It was worth it.", is_heading=False),
    ]
    passages = split_passages("bridge", blocks)
    assert [(p.id, p.number, p.heading) for p in passages] == [
        ("bridge#1", 1, None),
        ("bridge#2", 2, "What it cost"),
        ("bridge#3", 3, "What it cost"),
    ]


def test_a_last_heading_with_nothing_under_it_is_not_lost() -> None:
    blocks = [Block("It cost a lot.", is_heading=False), Block("The end", is_heading=True)]
    assert [p.text for p in split_passages("bridge", blocks)] == ["It cost a lot.", "The end"]


def test_the_first_of_two_headings_in_a_row_is_not_lost() -> None:
    blocks = [
        Block("Part two", is_heading=True),
        Block("What it cost", is_heading=True),
        Block("It cost a lot.", is_heading=False),
        Block("Who paid", is_heading=True),
        Block("The city did.", is_heading=False),
    ]
    assert [p.heading for p in split_passages("bridge", blocks)] == [
        "Part two – What it cost",
        "Who paid",
    ]


def test_a_sub_heading_stands_under_those_of_the_sections_that_it_is_in() -> None:
    blocks = [
        Block("Version 2", is_heading=True, level=2),
        Block("Added", is_heading=True, level=3),
        Block("It counts sheep.", is_heading=False),
        Block("Removed", is_heading=True, level=3),
        Block("It counts no goats.", is_heading=False),
        Block("Version 1", is_heading=True, level=2),
        Block("It counted goats.", is_heading=False),
    ]
    assert [p.heading for p in split_passages("log", blocks)] == [
        "Version 2 – Added",
        "Version 2 – Removed",
        "Version 1",
    ]


def test_passages_and_sentences_have_a_longest_length() -> None:
    for text in ("a" * 50_000, "words, and " * 5000, "没有句号的字" * 5000, "no stop " * 9000):
        passages = split_passages("a", [Block(text.strip(), is_heading=False)])
        assert all(len(p.text) <= MAX_PASSAGE_LENGTH for p in passages)
        assert all(e - s <= MAX_SENTENCE_LENGTH for p in passages for s, e in p.sentences)
        assert "".join("".join(p.text for p in passages).split()) == "".join(text.split())


def test_a_caption_is_counted_and_is_no_passage() -> None:
    blocks = [
        Block("It cost a lot.", is_heading=False),
        Block("File image of the bridge in 1990. Image: City archive.", is_heading=False),
        Block("It was worth it.", is_heading=False),
    ]
    marked, removals = mark_captions(blocks)
    assert [p.number for p in split_passages("bridge", marked)] == [1, 3]
    assert [(r.text, r.why) for r in removals] == [(blocks[1].text, "caption")]


def test_sentences_of_a_list_end_with_its_lines() -> None:
    text = "Three things matter:\n- the price. It is high\n- the time"
    (passage,) = split_passages("a", [Block(text, is_heading=False, by_line=True)])
    assert [text[start:end] for start, end in passage.sentences] == [
        "Three things matter:",
        "- the price.",
        "It is high",
        "- the time",
    ]


def test_a_sentence_ends_with_each_labelled_line() -> None:
    text = "Attendance: 1,874\nReferee: Joanne Speke\nTown: Hale; Burrows, Bell."
    lines = [*text.split("\n"), "", "It rained all day."]
    passage = split_passages("a", plain_blocks(lines))[0]
    assert [passage.text[s:e] for s, e in passage.sentences] == text.split("\n")
    wrapped = "He said: nobody\nhad told him that: a shame."
    passage = split_passages("a", plain_blocks(["It rained.", "", *wrapped.split("\n")]))[1]
    assert len(passage.sentences) == 1


def test_a_long_paragraph_is_split_between_sentences_and_keeps_its_number() -> None:
    sentence = "This sentence has exactly eight words in it. "
    passages = split_passages(
        "a", [Block("Short.", is_heading=False), Block(sentence * 60, is_heading=False)]
    )
    assert [p.number for p in passages] == [1, 2, 2, 2]
    assert [p.id for p in passages] == ["a#1", "a#2.1", "a#2.2", "a#2.3"]
    assert all(len(p.text.split()) <= MAX_PASSAGE_WORDS for p in passages)
    assert all(p.text.endswith(".") for p in passages)
    sentences = [p.text[start:end] for p in passages[1:] for start, end in p.sentences]
    assert sentences == [sentence.strip()] * 60


@given(st.lists(st.text(alphabet=st.sampled_from("ab AB.!?\n“”"), min_size=1), max_size=8))
def test_passages_are_the_text_verbatim_and_in_order(paragraphs: list[str]) -> None:
    blocks = [Block(text.strip(), is_heading=False) for text in paragraphs if text.strip()]
    joined = "\n\n".join(block.text for block in blocks)
    at = 0
    for passage in split_passages("a", blocks):
        at = joined.index(passage.text, at)
        assert all(passage.text[s:e].strip() for s, e in passage.sentences)
        at += len(passage.text)
