from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.text.sentences import split_sentences
from bot.language.packs import LANGUAGES
from tests.language.gold import CODES, DENSE, read_gold

LEAST_FOUND = {"th": 0.75}


def sentences(code: str, text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, code)]


@pytest.mark.parametrize("code", CODES)
def test_paragraphs_of_news_are_split_where_their_sentences_end(code: str) -> None:
    right = wrong = missed = 0
    for part in ("fitting", "reporting"):
        for article in read_gold(code, part).articles:
            for passage in article.passages:
                found = {end for _, end in split_sentences(passage.text, code)}
                gold = {end for _, end in passage.sentences}
                right += len(found & gold)
                wrong += len(found - gold)
                missed += len(gold - found)

    assert wrong <= 2
    assert right / (right + missed) >= LEAST_FOUND.get(code, 1.0)


@pytest.mark.parametrize("code", [code for code in CODES if code in DENSE and code != "th"])
def test_paragraphs_like_an_encyclopedias_are_split_where_their_sentences_end(code: str) -> None:
    for article in read_gold(code, "dense").articles:
        for passage in article.passages:
            assert split_sentences(passage.text, code) == passage.sentences


def test_a_thai_sentence_is_rarely_cut_in_two() -> None:
    right = wrong = missed = 0
    for part in ("short", "dense"):
        for article in read_gold("th", part).articles:
            for passage in article.passages:
                found = {end for _, end in split_sentences(passage.text, "th")[:-1]}
                gold = {end for _, end in passage.sentences[:-1]}
                right += len(found & gold)
                wrong += len(found - gold)
                missed += len(gold - found)

    assert right / (right + wrong) >= 0.8
    assert right / (right + missed) >= 0.7


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("fr", ["M. Dupont est venu.", "« C'est fini. Partons », a dit Mme Leroy.", "Fin."]),
        ("fr", ["Il s’en défend : «\u00a0Tout va bien.\u00a0»", "Une réunion aura lieu mardi."]),
        ("fr", ["Il s’en défend : « Tout va bien. »", "Une réunion aura lieu mardi."]),
        ("fr", ["Pourquoi ce retard\u00a0?", "«\u202fLe bois manque\u202f», répond-elle."]),
        ("de", ["Er blieb.", "»Das ist alles. Mehr nicht«, sagte sie.", "Dann ging er."]),
        ("de", ["Sie rief: »Das ist alles.«", "»Mehr nicht?«", "Dann ging er."]),
        ("ru", ["Билеты стоят от 300 до 1500 руб.", "Деньги пойдут на ремонт крыши."]),
        ("ru", ["Мост обошёлся в 3,7 млрд руб., из них 2 млрд руб. выделил бюджет.", "Он открыт."]),
        (
            "de",
            ["Am 3. Oktober kam Dr. Meier z. B. nach Berlin.", "„Kalt. Los“, sagte er.", "Ende."],
        ),
        ("de", ["Laut §§ 12 ff. BauGB, Rn. 4 und Abb. 3, gilt das.", "Nach 40 n. Chr. nicht."]),
        ("de", ["Er stand früher im Impressum von brueckenbau.de.", "Heute führt er eine Firma."]),
        ("es", ["La compró Puentes S.A.", "El precio subió en EE.UU.", "Luego bajó."]),
        ("es", ["Ud. Pérez voló a EE.UU.", "El viaje duró poco."]),
        ("fr", ["J.M.G. Le Clézio vit aux U.S.A.", "Il y a deux fils, resp. 30 et 40 ans."]),
        ("pt", ["O Exmo. Sr. Lima comprou a Pontes S.A.", "O preço subiu."]),
        ("ru", ["По ч. 1 ст. 228, в кв. 7 пос. Мирный, ничего нет.", "Всё."]),
        ("es", ["¿Qué pasó?", "¡Nada!", "El Sr. García, de EE. UU., llegó."]),
        ("ru", ["В 1998 г.", "Иванов уехал в г. Москву.", "«Хорошо. Едем», — сказал он."]),
        ("pl", ["Od 2021 r. 240 domów ma prąd.", "Przyszedł dr. Nowak."]),
        ("tr", ["Dr. Yılmaz 3. kez geldi.", "“Gidelim. Geç oldu,” dedi."]),
        ("el", ["Τι έγινε;", "Ο κ. Παππάς ήρθε στις 5 π.μ. χθες."]),
        ("ar", ["هل وصلت؟", "نعم.", "ثم غادر."]),
        ("hi", ["क्या हुआ?", "कुछ नहीं।", "डॉ. शर्मा आए।"]),
        ("ko", ["정말입니까?", "“갑시다.”라고 말했다.", "그는 3.5킬로를 걸었다."]),
        ("it", ["Il sig. Rossi è arrivato.", "«Andiamo. È tardi», ha detto."]),
        ("nl", ["Dhr. Jansen kwam om 8.30 uur.", "Bijv. in Gent."]),
    ],
)
def test_what_a_language_is_known_to_break(code: str, expected: list[str]) -> None:
    assert sentences(code, " ".join(expected)) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("zh", ["他说：“今天很冷。”", "我们走了。", "“真的吗？”她问。", "是的！"]),
        ("ja", ["「もう遅い。帰ろう。」と彼は言った。", "本当ですか？", "はい。"]),
    ],
)
def test_no_space_is_needed_where_none_is_written(code: str, expected: list[str]) -> None:
    assert sentences(code, "".join(expected)) == expected


@pytest.mark.parametrize(
    ("code", "day", "rest"),
    [
        ("de", "Die Frist läuft bis zum 30. April.", "Am 3. Mai tagt der Rat."),
        ("de", "Vom 4. bis 6. Juli wird gefeiert.", "Bis zum 31. Jänner ist Ruhe."),
        ("de", "Das war im 19. Jahrhundert so.", "Friedrich II. regierte damals."),
        ("de", "Das Fest ist am 1. und 2. Juni.", "Der Eintritt ist frei."),
        ("de", "Die Sitzung am 3. Mai 2024 fiel aus.", "Es war der 30. Geburtstag der Halle."),
        ("de", "Bis zum\n30.\nApril kann gezahlt werden.", "Danach kostet es mehr."),
        ("de", "Frist ist der 30.", "Danach wird gemahnt."),
        ("de", "Letzter Tag ist der 30.", "Bis dahin muss gezahlt sein."),
        ("de", "Der Preis stieg auf 30.", "Das sei zu viel, sagte sie."),
        ("de", "Das gilt für die 1. bis 4. Klasse.", "Sie hat frei bis zum 30."),
        ("pl", "Termin upływa 30. kwietnia.", "Spotkanie jest 3. maja w Warszawie."),
        ("tr", "Toplantı 30. Nisan günü yapıldı.", "Bu kadar."),
        ("tr", "Dük III. Albrecht II. Dünya Savaşı'nı görmedi.", "XX. Yüzyıl başladı."),
        ("de", "Im II. Weltkrieg brannte es.", "Danach herrschte Friedrich III."),
        ("da", "Fristen løber til den 30. april.", "Mødet er den 3. maj."),
        ("da", "Det sker 1. og 2. Juni.", "Entreen er gratis."),
        ("fi", "Kokous pidetään 3. Toukokuuta 2024.", "Määräaika on 30. huhtikuuta."),
        ("no", "Møtet er 3. Desember.", "Fristen er 30. april."),
        ("cs", "Lhůta běží do 30. dubna.", "Schůze je 3. května."),
    ],
)
def test_an_ordinal_ends_no_sentence(code: str, day: str, rest: str) -> None:
    assert sentences(code, f"{day} {rest}") == [day, rest]


@pytest.mark.parametrize("code", LANGUAGES)
@settings(max_examples=20)
@given(text=st.text(alphabet=st.sampled_from("aB1 .!?。」“”„«»:\n：，กนДя;؟।"), max_size=300))
def test_nothing_but_white_space_is_left_out(code: str, text: str) -> None:
    spans = split_sentences(text, code)

    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


@pytest.mark.parametrize("code", ["fr", "de", "ru", "zh", "th", "ar"])
@pytest.mark.parametrize("piece", ["“a. ", "a. b ", "«. ", "1. ", "。」", "กขค งจฉ ", '". '])
def test_hostile_text_takes_time_in_proportion(code: str, piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        split_sentences(text, code)
        return time.process_time() - start

    assert seconds(200_000) < 20 * max(seconds(50_000), 0.01)
