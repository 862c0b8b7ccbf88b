"""Somebody is found by name in languages whose people can't be listed, however it is typed."""

from __future__ import annotations

import pytest

from bot.ingest.reader import parse_article
from bot.library.library import Library

ARTICLES = {
    "tr": "Muhalefet üyesi Ömer Çığlık artışı eleştirdi. Şule Karaca ise İzmit'te söz verdi.",
    "ar": "قدمت رئيسة البلدية ليلى الحريري ميزانية جديدة. ورفضها سامر خليل، وأيدها أحمد يحيى.",
    "ru": "Алёна Щёголева отклонила проект. Его поддержал Фёдор Семёнов.",
    "el": "Η Ελένη Μαΐστρου απέρριψε το σχέδιο. Συμφώνησε ο Νίκος Σταύρος.",
    "vi": "Bà Đỗ Thuý Hường bác bỏ dự thảo. Ông Lê Văn Út ủng hộ.",
    "ro": "Ștefania Țîrlea a respins proiectul.",
    "uk": "Мар'яна Ґудзь відхилила проєкт мера на засіданні міської ради.",
}


@pytest.mark.parametrize(
    ("code", "typed", "name"),
    [
        ("tr", "omer ciglik", "Ömer Çığlık"),
        ("tr", "ŞULE KARACA", "Şule Karaca"),
        ("tr", "Şule Karaca kimdir?", "Şule Karaca"),
        ("tr", "Karaca'nın", "Karaca"),
        ("tr", "Karaca`nın", "Karaca"),
        ("tr", "'Şule Karaca'", "Şule Karaca"),
        ("ar", "من هي ليلى الحريري", "ليلى الحريري"),
        ("ar", "ليلي الحريرى", "ليلى الحريري"),
        ("ar", "احمد يحيي", "أحمد يحيى"),
        ("ru", "кто такая алена щеголева", "Алёна Щёголева"),
        ("ru", "Фёдором Семеновым", "Фёдор Семёнов"),
        ("el", "ελενη μαιστρου", "Ελένη Μαΐστρου"),
        ("el", "ΝΙΚΟΣ ΣΤΑΥΡΟΣ", "Νίκος Σταύρος"),
        ("vi", "do thuy huong", "Đỗ Thuý Hường"),
        ("vi", "Lê Văn Út là ai", "Lê Văn Út"),
        ("ro", "Stefania Tirlea", "Ștefania Țîrlea"),
        ("uk", "мар'яна гудзь", "Мар'яна Ґудзь"),
        ("uk", "марʼяна Ґудзь", "Мар'яна Ґудзь"),
    ],
)
def test_a_name_is_found_as_it_is_typed(code: str, typed: str, name: str) -> None:
    article = parse_article(f"---\nlang: {code}\n---\n\n{ARTICLES[code]}".encode(), f"{code}.md")

    found = Library([article]).who(typed)

    assert [person.name for person in found.people] == [name]


@pytest.mark.parametrize(
    ("code", "typed"), [("tr", "Ali Kaya"), ("ar", "ليلى خليل"), ("el", "ποιος")]
)
def test_nobody_else_is_found(code: str, typed: str) -> None:
    article = parse_article(f"---\nlang: {code}\n---\n\n{ARTICLES[code]}".encode(), f"{code}.md")

    assert Library([article]).who(typed).people == ()
