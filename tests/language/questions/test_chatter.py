from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.reader import parse_article
from bot.language.detection import without_noise
from bot.language.packs import LANGUAGES, chatter_of
from bot.library.library import Library
from tests.conftest import BRIDGE, OTTERS
from tests.language.gold import read_gold

LIBRARY = Library(
    [parse_article(BRIDGE.encode(), "bridge.md"), parse_article(OTTERS.encode(), "otters.txt")]
)
QUESTIONS = (
    "Who counted the otters near Caton?",
    "How much did the harbour bridge cost?",
    "when did the bridge reopen",
    "What do anglers fear?",
)
IN_FRONT = (
    "hey",
    "hello everyone,",
    "hi guys!",
    "good morning all,",
    "@everyone",
    "<@123456789012345678>",
    "<:wave:123456789012345678>",
    "👋",
    "sorry to bother you,",
    "quick question:",
    "dumb question but",
    "can someone tell me",
    "could anybody please tell me",
    "does anyone know",
    "i was wondering",
    "just curious,",
    "ok so",
    "umm",
    "pls",
    "yo bot",
    "lol",
)
BEHIND = (
    "lol",
    "LMAOOO",
    "hahaha",
    "pls",
    "please!!",
    "thanks in advance",
    "thx",
    "ty 🙏",
    "😂😂😂",
    "xD",
    ":)",
    "asking for a friend",
    "tbh",
    "<@!123456789012345678>",
    "@here",
)


@given(
    st.sampled_from(QUESTIONS),
    st.lists(st.sampled_from(IN_FRONT), max_size=8),
    st.lists(st.sampled_from(BEHIND), max_size=8),
)
def test_noise_around_a_question_never_changes_the_answer(
    question: str, in_front: list[str], behind: list[str]
) -> None:
    noisy = LIBRARY.ask(" ".join([*in_front, question, *behind]))
    plain = LIBRARY.ask(question)
    assert (noisy.hits, noisy.confidence) == (plain.hits, plain.confidence)


def test_three_hundred_characters_of_noise_change_nothing() -> None:
    noise = "hey hi hello everyone, sorry to bother you, can someone please tell me " * 3
    answer = LIBRARY.ask(f"{noise}{QUESTIONS[0]} lol haha 😂 thanks in advance pls" + " lol" * 30)
    assert answer.hits == LIBRARY.ask(QUESTIONS[0]).hits


@pytest.mark.parametrize(
    "question",
    [
        "Great Britain population?",
        "Ty Cobb age?",
        "did it hurt anyone?",
        "did the mayor say sorry?",
        "who are these guys",
        "what show is cheers",
        "what was she asking",
        "when was it this morning",
        "did the president grant a pardon?",
        "how much is the Yo-Yo",
        "what did Lol-Tec say at 12:30:45",
    ],
)
def test_words_that_belong_to_the_question_stay(question: str) -> None:
    assert without_noise(question) == question


UNSPACED = {
    "zh": (
        (
            "哈哈",
            "请问",
            "你好，",
            "大家好！",
            "不好意思，",
            "想问一下",
            "谁能告诉我",
            "lol ",
            "<@1> ",
        ),
        ("啊", "呀", "哈哈哈", "，谢谢大家", "谢谢！", "拜托了", " pls ", " 😂"),
    ),
    "ja": (
        ("すみませんが、", "こんにちは。", "質問ですが、", "えっと、", "皆さん、", "lol "),
        (
            "教えてください",
            "お願いします",
            "ｗｗｗ",
            "（笑）",
            "。ありがとうございます",
            " pls",
            " 😂",
        ),
    ),
}


@lru_cache
def unspaced(code: str) -> tuple[Library, tuple[str, ...]]:
    gold = read_gold(code, "reporting")
    return Library(gold.articles), tuple(question.text for question in gold.questions)


@settings(max_examples=50)
@given(st.sampled_from(sorted(UNSPACED)), st.data())
def test_noise_changes_nothing_where_no_spaces_part_words(code: str, data: st.DataObject) -> None:
    library, questions = unspaced(code)
    in_front, behind = (
        data.draw(st.lists(st.sampled_from(noise), max_size=8)) for noise in UNSPACED[code]
    )
    question = data.draw(st.sampled_from(questions))
    noisy = library.ask("".join([*in_front, question, *behind]))
    plain = library.ask(question)
    assert (noisy.hits, noisy.confidence) == (plain.hits, plain.confidence)


@pytest.mark.parametrize(
    ("code", "in_front", "behind"),
    [
        ("zh", "哈哈请问", "啊"),
        ("zh", "lol pls 大家好", "谢谢大家"),
        ("ja", "すみませんが、", "教えてください"),
        ("ja", "lol ", "ｗｗ"),
    ],
)
def test_three_hundred_characters_of_noise_change_nothing_without_spaces(
    code: str, in_front: str, behind: str
) -> None:
    library, questions = unspaced(code)
    for question in questions:
        noisy = library.ask(in_front * 40 + question + behind * 40)
        assert noisy.hits == library.ask(question).hits


@pytest.mark.parametrize(
    "question",
    [
        "哈哈镜在哪里",
        "达赖喇嘛是谁",
        "那家酒吧几点关门",
        "他为什么说谢谢",
        "询问处在哪里",
        "他请问了谁",
        "彼女はなぜ微笑んだのですか",
        "www.example.jpは何",
        "学校は何を教えていますか",
    ],
)
def test_what_looks_like_noise_within_a_question_stays(question: str) -> None:
    assert without_noise(question) == question


def test_where_nothing_else_is_said_it_is_left() -> None:
    assert without_noise("hello") == "hello"


@given(st.text(max_size=2100))
def test_any_text_is_read(text: str) -> None:
    assert len(without_noise(text)) <= 2001
    chatter_of(LANGUAGES).talk_of(text)


@pytest.mark.parametrize("piece", ["hi ", "thanks ", "hey hi, ", "thank you so much ", "please "])
def test_much_of_it_takes_no_longer_than_its_length(piece: str) -> None:
    # What took more than in proportion to its length would not end here.
    for length in (199, 2000):
        chatter_of(LANGUAGES).talk_of((piece * 700)[:length] + "x")
