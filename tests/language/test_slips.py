"""What a reader of other languages finds with a slip, or with letters typed plain."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.articles.article import Article, Passage
from bot.library.library import Library
from tests.language.gold import read_gold


@pytest.mark.parametrize(
    ("code", "found", "other", "slips"),
    [
        ("ru", "Библиотека купила редкую рукопись.", "Паром вышел в шесть.", "библеотека рукапись"),
        ("uk", "Бібліотека купила п'ять книг.", "Пором вийшов.", "пʼять книг|п`ять|біблиотека"),
        ("el", "Η βιβλιοθήκη αγόρασε χειρόγραφο.", "Το πλοίο έφυγε.", "βιβλιοθηκη|χειρόγραφω"),
        ("ar", "اشترت المكتبة مخطوطة نادرة.", "غادرت العبارة ميناء أصيلة.", "المكتبه|مخطوظة نادرة"),
        ("ar", "غادرت العبارة ميناء أصيلة.", "اشترت المكتبة مخطوطة.", "اصيله|ألعبارة"),
        ("hi", "पुस्तकालय ने पांडुलिपि खरीदी।", "नौका सुबह निकली।", "पाण्डुलिपि|पुस्तकालये पांडुलिपी"),
        ("ko", "도서관은 희귀한 필사본을 샀다.", "여객선은 떠났다.", "도서간|필사번|히귀한 필사본"),
        ("th", "ห้องสมุดซื้อต้นฉบับหายาก", "เรือออกจากท่าเรือระนอง", "หองสมุด|ต้นฉบัป"),
        (
            "tr",
            "Kütüphane ender bir yazma aldı.",
            "Vapur ayrıldı.",
            "kutuphane ne aldi|kütüpane yazma",
        ),
        ("tr", "Vapur sabah limandan ayrıldı.", "Kütüphane kapalı.", "vapur ne zaman ayrildi"),
        (
            "vi",
            "Thư viện mua bản thảo hiếm.",
            "Chuyến phà rời bến.",
            "thu vien mua gi|ban thao hiem",
        ),
        ("vi", "Bảo tàng mở cửa từ chín giờ.", "Giá gạo tăng mạnh.", "bao tang mo cua luc nao"),
        ("de", "Der Haushaltsstreit geht weiter.", "Es regnete.", "Streit um den Haushalt"),
        (
            "de",
            "Die Steinbrücke ist offen.",
            "Es regnete.",
            "wann oeffnet die Bruecke|Mueller Brücke",
        ),
        ("nl", "De begrotingsruzie duurt voort.", "Het regende.", "ruzie over de begroting"),
        ("zh", "清河上的石桥重新通车。", "大火被扑灭。", "修橋|哪座桥？|橋"),
        ("zh", "5月12日石桥通车。", "大火被扑灭。", "５月１２日|１２日石橋"),
        ("ja", "渡辺恵子議員が反対した。", "工場で火災があった。", "渡邊恵子|渡邉議員"),
        ("ja", "工場で火災があった。", "議員が反対した。", "どこで火事があったの"),
        (
            "ko",
            "공장에서 소방관 세 명이 다쳤다.",
            "박물관은 문을 닫았다.",
            "소방관이 다쳤나요|공장에선",
        ),
        ("th", "ค่าเข้าชมหกสิบบาท", "สะพานเปิดแล้ว", "ค่าเข้าเท่าไหร่"),
        ("th", "สะพานเปิดเมื่อวันที่ 12", "ค่าเข้าชมหกสิบบาท", "วันที่ ๑๒"),
        ("hi", "चाँदनी ने फ़ैसला ठुकराया।", "पुल खुल गया।", "चांदनी का फैसला"),
        (
            "el",
            "Άνοιξε η γέφυρα της Κόνιτσας.",
            "Έκλεισε το μουσείο.",
            "ΠΟΤΕ ΑΝΟΙΞΕ Η ΓΕΦΥΡΑ|γεφυρασ",
        ),
        ("ru", "Алёна Щёголева отклонила проект.", "Мост открыли.", "алена щеголева"),
        ("pt", "A reabilitação custou milhões.", "Choveu muito.", "qto custou a reabilitacao"),
        ("es", "El puente abrió el lunes.", "Llovió mucho.", "cuando abrio el puente"),
        (
            "de",
            "Die Fähre fuhr zur Großen Straße.",
            "Es regnete heute.",
            "Faehre|fahre|grosse strasse",
        ),
        ("fr", "La bibliothèque est à Gréville.", "Il pleut.", "bibliotheque|biblothèque|greville"),
        ("es", "La biblioteca compró un libro.", "El barco salió.", "que compro la bibloteca"),
        ("pl", "Biblioteka kupiła rękopis.", "Prom wypłynął z portu.", "bibloteka rekopis"),
        ("ro", "Biblioteca a cumpărat un manuscris.", "Vaporul a plecat.", "manuscirs cumparat"),
        ("it", "Il traghetto ha lasciato il porto.", "Il libro è raro.", "tragetto"),
        ("nl", "De bibliotheek kocht een boek.", "De veerboot vertrok.", "bibliotheke kocht"),
    ],
)
def test_slips_and_letters_typed_plain_find_what_was_meant(
    code: str, found: str, other: str, slips: str
) -> None:
    library = Library([_of_one_sentence(code, found), _of_one_sentence(code, other)])

    for question in slips.split("|"):
        hits = library.ask(question).hits

        assert hits
        assert hits[0].sentence_text == found


def test_a_slip_is_read_as_a_word_of_its_own_language() -> None:
    library = Library(
        [
            _of_one_sentence("de", "Die Forscherin leitete alles."),
            _of_one_sentence("pt", "A professora foi eleita."),
        ]
    )

    assert library.ask("Wer hat es geleitet?").hits[0].article.language == "de"


def _of_one_sentence(code: str, sentence: str) -> Article:
    whole = read_gold(code, "fitting").articles[0]
    passage = Passage(f"{sentence}#1", 1, sentence, ((0, len(sentence)),))
    return replace(whole, id=sentence, digest=sentence, title="–", passages=(passage,))
