from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.packs import LANGUAGES, pack_for


def terms(code: str, text: str) -> list[str]:
    return pack_for(code).analyser.terms(text)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "l'île qu'un d'écoles", ["ile", "ecol"]),
        ("fr", "a-t-il", []),
        ("fr", "1 400 habitants", ["1400", "habit"]),
        ("fr", "1\u202f400", ["1400"]),
        ("it", "dell'acqua un'amica", ["acqua", "amic"]),
        ("de", "1.400 Straßen", ["1400", "strass"]),
        ("de", "3,2 Millionen", ["3.2", "million"]),
        ("nl", "auto’s", ["auto"]),
        ("tr", "Ankara'da IŞIK", ["ankar", "isik"]),
        ("tr", "İstanbul", ["istanbul"]),
        ("uk", "п’ять п'ять", ["пят", "пят"]),
        ("ru", "ёлка елка", ["елк", "елк"]),
        ("ar", "الكِتَابُ ٣١٢", ["كتاب", "312"]),
        ("hi", "फ़ेरी ३१२", ["फेर", "312"]),
        ("el", "ΑΝΘΡΩΠΟΣ άνθρωπος", ["ανθρωπ", "ανθρωπ"]),
        ("ro", "şcoală școală", ["scol", "scol"]),
        ("es", "EE.UU. mañana", ["eeuu", "ee", "uu", "manan"]),
        ("vi", "chính trị", ["trị"]),
        ("pl", "łódź", ["lodz"]),
        ("ar", "إلى على أنّ وين", []),
        ("ar", "كتـــاب", ["كتاب"]),
        ("tr", "nasil kadarmış", []),
        ("tr", "Köprü ne zaman açıldı?", ["kopr", "acil"]),
        ("el", "έως ίδια", ["εως", "ιδια"]),
        ("vi", "nghĩa", ["nghĩa"]),
        ("hi", "कि.मी. था। गाँव", ["किम", "गांव"]),
    ],
)
def test_words_come_out_as_they_are_compared(code: str, text: str, expected: list[str]) -> None:
    assert terms(code, text) == expected


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("fr", "les voyageurs", "un voyageur"),
        ("de", "der Schulen", "die Schule"),
        ("es", "canciones", "canción"),
        ("ru", "в городе", "города"),
        ("uk", "у місті міста", "місто"),
        ("pl", "pszczół dzikich", "dzikie"),
        ("tr", "okullar", "okul"),
        ("hi", "लड़के", "लड़का"),
        ("el", "της πόλης", "η πόλη"),
        ("ro", "insulei", "insula"),
        ("ro", "un metru", "metri"),
    ],
)
def test_inflected_words_meet(code: str, one: str, other: str) -> None:
    assert set(terms(code, other)) <= set(terms(code, one))


@pytest.mark.parametrize("code", ["fr", "es", "pt", "ro", "pl", "de", "it"])
def test_a_question_may_be_typed_without_accents(code: str) -> None:
    words = {
        "fr": "élections générales",
        "es": "canción española",
        "pt": "proibição máscara",
        "ro": "școală pârâu",
        "pl": "pszczoły śnieg",
        "de": "Straßen Größe",
        "it": "città però università",
    }[code]
    plain = "".join(
        character
        for character in unicodedata.normalize("NFD", words.replace("ß", "ss").replace("ł", "l"))
        if not unicodedata.combining(character)
    )

    assert set(terms(code, plain)) == set(terms(code, words))


@pytest.mark.parametrize("code", LANGUAGES)
@settings(max_examples=20)
@given(text=st.text(max_size=200))
def test_any_text_gives_forms_without_line_ends(code: str, text: str) -> None:
    for form in pack_for(code).analyser.forms(text):
        assert form
        assert "\n" not in form


@pytest.mark.parametrize("code", LANGUAGES)
@settings(max_examples=20)
@given(text=st.text(max_size=100))
def test_composed_and_decomposed_text_are_the_same(code: str, text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)

    assert terms(code, composed) == terms(code, decomposed) or code == "en"


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("ru", ("рынок", "рынка", "рынке")),
        ("ru", ("бочка", "бочек")),
        ("ru", ("окно", "окон", "окна")),
        ("ru", ("церковь", "церкви")),
        ("ru", ("письмо", "писем", "письма")),
        ("ru", ("день", "дня", "дней")),
        ("ru", ("найдены", "найденных")),
        ("tr", ("konsey", "konseyi", "konseyin")),
        ("tr", ("köy", "köyü", "köyde")),
        ("tr", ("müze", "müzeye", "müzesi", "müzede", "müzeler", "muzenin")),
        ("tr", ("araba", "arabası", "arabanın", "arabalar")),
        ("tr", ("yangın", "yangını", "yangında", "yangınlar")),
        ("tr", ("yayınladı", "yayınladığı", "yayınlıyor", "yayınlamıştır", "yayınlamak")),
        ("tr", ("korudu", "koruyan", "koruyordu", "koruyarak")),
        ("ar", ("مدرسة", "المدرسة", "والمدرسه", "بالمدرسة", "للمدرسة", "لمدرسة")),
        ("ar", ("شركة", "الشركات", "وشركه", "لشركة")),
        ("ar", ("أصيب", "واصيب", "إصيبت")),
        ("ar", ("رئيس", "الرئيس", "رئيسة")),
        ("ar", ("مستشفى", "المستشفي", "بالمستشفى")),
        ("ar", ("وزير", "الوزير", "للوزير")),
        ("ar", ("إلغاء", "الإلغاء", "بإلغاء", "إلغاءها")),
        ("ar", ("والد", "والدته", "والدها")),
        ("ar", ("معرفة", "لمعرفة", "المعرفة")),
        ("ar", ("قانون", "لقانون", "القانون")),
        ("ar", ("عائلة", "عائلته", "العائلات", "عائلتهم")),
        ("ar", ("فاز", "وفاز")),
        ("ro", ("muzeu", "muzeul", "muzeului", "muzee")),
        ("ro", ("școală", "şcoala", "scolii", "școlile")),
        ("ro", ("pod", "podul", "podurile")),
        ("ro", ("incendiu", "incendiul", "incendii")),
        ("pl", ("fabryka", "fabryce", "fabryk")),
        ("pl", ("książka", "książce", "ksiazek")),
        ("pl", ("kosztował", "kosztuje", "kosztują")),
        ("uk", ("музей", "музею", "музеї")),
        ("uk", ("ґанок", "ганок")),
        ("uk", ("квиток", "квитка", "квитків")),
        ("uk", ("коштував", "коштує", "коштувати")),
        ("ru", ("музей", "музея", "музеи")),
        ("ru", ("открыли", "открывается")),
        ("pt", ("museu", "museus")),
        ("pt", ("eleição", "eleições", "eleicoes")),
        ("pt", ("hotel", "hotéis", "hoteis")),
        ("pt", ("nacional", "nacionais")),
        ("es", ("ciudad", "ciudades")),
        ("es", ("juez", "jueces")),
        ("el", ("εισιτήριο", "εισιτηρίου", "εισιτηρια")),
        ("el", ("ιστορικός", "ιστορική", "ιστορικό", "ιστορικού")),
        ("el", ("ίδρυσε", "ιδρύθηκε", "ίδρυση", "ιδρύσει")),
        ("el", ("ονομάζεται", "ονομάστηκε", "ονόμασε")),
        ("de", ("Museum", "Museen", "Museums")),
        ("de", ("öffnete", "geöffnet", "geoeffnet")),
        ("de", ("Brücke", "Bruecken", "brücke")),
        ("nl", ("museum", "musea")),
        ("nl", ("kind", "kinderen")),
    ],
)
def test_the_forms_of_a_word_have_one_term(code: str, forms: tuple[str, ...]) -> None:
    analyser = pack_for(code).analyser
    assert len({term for form in forms for term in analyser.terms(form)}) == 1


def test_other_words_keep_their_vowels() -> None:
    analyser = pack_for("ru").analyser
    terms = [analyser.terms(word) for word in ("сон", "город", "место", "каменный", "совет")]
    assert terms == [["сон"], ["город"], ["мест"], ["камн"], ["совет"]]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ar", "وزير زير ورق رق بلد لجنة جنة ألمانيا مانيا لغة غة وجه جه"),
        ("tr", "müze mazı deniz kendi yedi parmak par"),
        ("de", "neu Feuer Gefahr Gericht"),
        ("ro", "leu om oraș lemn"),
    ],
)
def test_letters_of_a_word_itself_stay(code: str, words: str) -> None:
    analyser = pack_for(code).analyser
    terms = [analyser.terms(word) for word in dict.fromkeys(words.split())]
    distinct = {term for of_word in terms for term in of_word}
    assert len(distinct) == len(terms)
