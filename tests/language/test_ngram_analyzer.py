from __future__ import annotations

import pytest

from bot.language.packs import pack_for


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("zh", "面具的账单是谁发现的？", ["面具", "账单", "发现"]),
        ("zh", "1,400个签名", ["1400", "个签", "签名"]),
        ("zh", "1902年", ["1902"]),
        ("zh", "COVID-19疫苗", ["covid-19", "疫苗"]),
        ("ja", "乗客を岸に運んだのは誰ですか？", ["乗客", "岸", "運ん", "んだ"]),
        ("ja", "３１２人", ["312", "人"]),
        ("ko", "승객을", ["승객"]),
        ("ko", "개에 걸려", ["개", "걸려"]),
        ("zh", "那座煤矿", ["煤矿"]),
        ("zh", "ＡＢＣ　１２３", ["abc", "123"]),
        ("ja", "どうやって運んだの", ["運ん", "んだ", "だの"]),
        ("ja", "ｶﾅﾀﾞ", ["カナ", "ナダ"]),
        ("th", "น้ำ", ["น้ํา"]),
        ("th", "ทำไมฝน", ["ฝน"]),
        ("th", "ใครพบใบเสร็จ", ["พบ", "บใบ", "ใบเส", "เสร็", "ร็จ"]),
    ],
)
def test_ngrams_stand_for_words(code: str, text: str, expected: list[str]) -> None:
    assert pack_for(code).analyzer.terms(text) == expected


def test_numbers_and_times_are_seen_in_chinese() -> None:
    pack = pack_for("zh")

    year, plain, weekday = (pack.word_cues(word) for word in ("1902年", "面具", "星期"))

    assert year > weekday > plain
