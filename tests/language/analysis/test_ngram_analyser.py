from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.library.library import Library

if TYPE_CHECKING:
    from bot.articles.article import Article


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("zh", "面具的账单是谁发现的？", ["面具", "账单", "发现"]),
        ("zh", "1,400个签名", ["1400", "个签", "签名"]),
        ("zh", "1902年", ["1902"]),
        ("zh", "COVID-19疫苗", ["covid-19", "疫苗"]),
        ("ja", "乗客を岸に運んだのは誰ですか？", ["乗客", "岸", "運ぬ", "んだ"]),
        ("ja", "３１２人", ["312", "人"]),
        ("ja", "泳ぐ 泳ぎます", ["泳ぐ", "泳ぐ"]),
        ("ja", "戦いが起こった", ["戦く", "いが", "起く", "こっ"]),
        ("ko", "승객을", ["승객"]),
        ("ko", "개에 걸려", ["개", "걸려"]),
        ("ko", "국가의 나이가", ["국가", "나이"]),
        ("ko", "길이는 높이", ["길이", "높이"]),
        ("ko", "발견하였다 발견한 발견된", ["발견", "발견", "발견"]),
        ("ko", "학생들에게는", ["학생"]),
        ("ko", "얼마였나요? 누구입니까?", []),
        ("ko", "종은 몇 개나 있나요?", ["종"]),
        ("ko", "몇명이 왜군", ["명", "왜군"]),
        ("ko", "1902년 3월 14일", ["1902", "3월", "14일"]),
        ("ko", "3만 명", ["30000", "명"]),
        ("ko", "2억 3천만 달러", ["230000000", "달러"]),
        ("ko", "2만 4000명", ["24000", "명"]),
        ("ko", "3조 원", ["3000000000000", "원"]),
        ("ja", "1.2億円", ["120000000", "円"]),
        ("zh", "3万人", ["30000", "人"]),
        ("zh", "30,000人", ["30000", "人"]),
        ("zh", "那座煤矿", ["煤矿"]),
        ("zh", "哪个方面如何发现", ["方面", "发现"]),
        ("zh", "ＡＢＣ　１２３", ["abc", "123"]),
        ("ja", "どうやって運んだの", ["運ぬ", "んだ", "だの"]),
        ("ja", "ｶﾅﾀﾞ", ["カナ", "ナダ"]),
        ("th", "น้ำ", ["น้ํา"]),
        ("th", "ทำไมฝน", ["ฝน"]),
        ("th", "ฝนใดพบ", ["ฝน", "พบ"]),
        ("th", "ใครพบใบเสร็จ", ["พบ", "บใบ", "ใบเส", "เสร็", "ร็จ"]),
    ],
)
def test_ngrams_stand_for_words(code: str, text: str, expected: list[str]) -> None:
    assert pack_for(code).analyser.terms(text) == expected


def test_numbers_and_times_are_seen_in_chinese() -> None:
    pack = pack_for("zh")

    year, plain, weekday = (pack.word_cues(word) for word in ("1902年", "面具", "星期"))

    assert year > weekday > plain


@given(st.text(alphabet="0123456789.,만억조천백 万亿億兆千百년월일원명개", max_size=60))
def test_any_amount_is_read(text: str) -> None:
    for code in ("ko", "zh", "ja"):
        assert all(pack_for(code).analyser.terms(text))


def test_a_number_of_korean_articles_is_found_in_either_spelling() -> None:
    library = Library([_korean("3만 명이 행진했다.", "a"), _korean("2만 명이 노래했다.", "b")])

    assert library.ask("30,000명").hits[0].article.id == "a"
    assert library.ask("2만명").hits[0].article.id == "b"


def _korean(sentence: str, name: str) -> Article:
    content = f"---\nlang: ko\n---\n# 소식\n\n{sentence} 거리에는 사람이 많았다."
    return replace(parse_article(content.encode(), f"{name}.md"), id=name)


@pytest.mark.parametrize(
    ("code", "text", "asked", "unanswered"),
    [
        (
            "ja",
            "港の博物館\n\n北海道開拓記念博物館は1971年に札幌市で開館した。建物は赤い煉瓦で造られている。"
            "\n\n館長の高橋恵子は毎朝、職員と一緒に庭を掃除する。猫が二匹住んでいる。",
            "北海道開拓記念博物館はいつ開館しましたか？",
            "記念博物館の入場券を販売する窓口の営業時間は？",
        ),
        (
            "ko",
            "항구의 박물관\n\n북해도개척기념박물관은 1971년에 삿포로에서 문을 열었다. 건물은 붉은 "
            "벽돌로 지어졌다.\n\n관장 김영희는 매일 아침 직원들과 함께 마당을 쓴다. 고양이 두 "
            "마리가 산다.",
            "북해도개척기념박물관은 언제 문을 열었습니까?",
            "기념박물관 입장권을 파는 직원이 모이는 창구의 영업 시간은?",
        ),
    ],
)
def test_one_long_word_does_not_make_an_answer(
    code: str, text: str, asked: str, unanswered: str
) -> None:
    article = replace(parse_article(text.encode(), "a.txt"), language=code)
    library = Library([article])

    assert library.ask(asked).answered
    assert not library.ask(unanswered).answered
