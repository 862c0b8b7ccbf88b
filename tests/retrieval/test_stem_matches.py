"""What a question's stem stands for beside itself: compounds, characters, and words typed plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.library.library import Library
from bot.retrieval.question import read_question, weigh_question

if TYPE_CHECKING:
    from bot.articles.article import Article

GERMAN = (
    "Der Haushaltsstreit im Rat geht weiter, sagte die Sprecherin am Montag.",
    "Ein Streit unter Nachbarn endete vor Gericht, wie das Amt am Dienstag sagte.",
)

BRIDGE = "清河上的石桥于五月十二日重新通车，市长和附近的居民出席了仪式。"


def article(code: str, text: str) -> Article:
    return parse_article(f"---\ntitle: –\nlang: {code}\n---\n\n{text}".encode(), "article.md")


def first_of(code: str, question: str, *texts: str) -> str | None:
    answer = Library([article(code, text) for text in texts]).ask(question)
    return answer.hits[0].passage.text if answer.hits else None


def test_compounds_weigh_the_same_on_two_shelves_as_on_one() -> None:
    asked = read_question("Streit um den Haushalt", pack_for("de"))
    articles = [article("de", text) for text in GERMAN]
    both = Library(articles).engine.statistics(asked)
    first, second = (Library([one]).engine.statistics(asked) for one in articles)

    assert (first + second).stems.tolist() == both.stems.tolist()
    joint, whole = weigh_question(asked, first + second), weigh_question(asked, both)
    assert joint.weights.tolist() == pytest.approx(whole.weights.tolist())
    assert joint.stems == whole.stems


def test_what_shares_a_character_counts_on_neither_shelf_if_one_has_the_word() -> None:
    bridge, road = article("zh", BRIDGE), article("zh", BRIDGE.replace("石桥", "大桥"))
    asked = read_question("石桥", pack_for("zh"))
    first, second = (Library([one]).engine.statistics(asked) for one in (bridge, road))

    assert second.neighbours[0]
    assert weigh_question(asked, first + second).stems == {"石桥"}


def test_a_word_is_found_at_either_end_of_a_compound() -> None:
    assert first_of("de", "Wie steht es um den Haushalt?", *GERMAN) == GERMAN[0]
    assert first_of("de", "Wer hatte Streit unter Nachbarn?", *GERMAN) == GERMAN[1]


def test_a_name_that_begins_like_a_word_is_no_compound_of_it() -> None:
    asked = read_question("Waar was de brand?", pack_for("nl"))
    ship = article("nl", "De werf Brandaris bouwt een schip, zei de directeur op maandag.")

    assert not Library([ship]).engine.statistics(asked).stems.any()


def test_other_languages_have_no_compounds() -> None:
    asked = read_question("light", pack_for("en"))
    lighthouse = article("en", "The lighthouse of the town was sold on Monday, the mayor said.")

    assert not Library([lighthouse]).engine.statistics(asked).stems.any()


def test_a_character_tells_only_where_no_passage_has_the_word() -> None:
    fire = "一家家具厂昨天夜里发生火灾，三名消防员受轻伤，大火清晨被扑灭。"

    assert first_of("zh", "修桥了吗？", fire, BRIDGE) == BRIDGE
    asked = read_question("石桥", pack_for("zh"))
    assert Library([article("zh", BRIDGE)]).engine.statistics(asked).others == ((),)


def test_a_syllable_typed_plain_stands_for_all_that_are_typed_like_it() -> None:
    museum = "Bảo tàng thành phố mở cửa từ chín giờ sáng, giám đốc cho biết hôm thứ hai."
    others = (
        "Giá gạo tăng mạnh trong tháng này, một thương nhân ở chợ cho biết hôm thứ ba.",
        "Cơn bão làm đổ nhiều cây trên đường, báo địa phương đưa tin hôm thứ tư.",
        "Tầng hầm của toà nhà bị ngập nước, người dân cho biết hôm thứ năm.",
    )

    assert first_of("vi", "bao tang mo cua luc may gio", *others, museum) == museum


def test_a_single_word_that_several_articles_have_is_answered_by_none_for_sure() -> None:
    fires = (
        "In der Gasse brach am Montag ein Brand aus, sagte die Feuerwehr der Stadt.",
        "Am Hafen löschte die Feuerwehr am Dienstag einen Brand, sagte ein Sprecher.",
    )
    question = "Wann war der Brand?"

    assert not Library([article("de", text) for text in fires]).ask(question).answered
    assert Library([article("de", fires[0])]).ask(question).answered


def test_a_number_that_the_passage_lacks_speaks_against_it() -> None:
    library = Library(
        [article("de", "Die Brücke in Lauenau wurde 1912 gebaut, sagt das Archiv der Stadt.")]
    )

    right = library.ask("Wurde die Brücke in Lauenau 1912 gebaut?").confidence
    assert library.ask("Wurde die Brücke in Lauenau 1913 gebaut?").confidence < right


def test_what_stands_between_two_words_that_are_known_is_no_word_that_is_missing() -> None:
    engine = Library([article("zh", BRIDGE)]).engine
    asked = read_question("石桥市长唱歌", pack_for("zh"))
    question = weigh_question(asked, engine.statistics(asked))
    weights = dict(zip(asked.stems, question.weights.tolist(), strict=True))

    assert weights["桥市"] == 0 < weights["石桥"] == weights["市长"]
    assert weights["长唱"] == weights["唱歌"] > 0


def test_passages_that_share_characters_keep_none_out_that_shares_a_word() -> None:
    beside = [
        f"{one}人来了，{one}不去，{one}个子高，名字叫{one}。"
        for one in "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶"
    ]
    tower = "灯塔在海边，高三十米，由石头建成，夜里照亮海面，许多船只靠它回港，游客可以参观。"

    assert first_of("zh", "哥人姐不妹个灯塔", *beside, tower) == tower


@pytest.mark.parametrize("times", [1, 2])
def test_a_single_word_is_what_a_passage_is_about_if_two_sentences_have_it(times: int) -> None:
    text = "In der Werkstatt lag ein {} neben dem Ofen. " * times + "Der Meister ging nach Hause."
    pots = article("de", text.replace("{}", "kumquart"))

    assert Library([pots]).ask("Was ist kumquart?").answered is (times > 1)
