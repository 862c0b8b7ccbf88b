"""Who somebody is, asked in six languages other than English, is what an article says of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.ingest.reader import parse_article
from bot.library.library import Library

ARTICLES = {
    "de": (
        "Sturm über Brenn\n\nDer Hafenmeister Jürgen Tollkamp ließ die Boote festmachen. "
        "Tollkamp kam um sechs. Tollkamp blieb die ganze Nacht.",
        "Wer ist Tollkamp?",
        "Der Hafenmeister Jürgen Tollkamp",
    ),
    "es": (
        "Temporal en Brena\n\nTolmo llegó a las seis. El alcalde Julio Tolmo cerró el puerto "
        "el lunes. Tolmo durmió allí.",
        "¿Quién es Tolmo?",
        "El alcalde Julio Tolmo",
    ),
    "fr": (
        "Tempête sur Brenn\n\nTolmand est arrivé à six heures. Le maire Julien Tolmand a fermé le "
        "port lundi matin. Tolmand a dormi là.",
        "Qui est Tolmand ?",
        "Le maire Julien Tolmand",
    ),
    "it": (
        "Tempesta su Brenna\n\nTolmini è arrivato alle sei. Il sindaco Giulio Tolmini ha chiuso il "
        "porto lunedì mattina. Tolmini ha dormito lì.",
        "Chi è Tolmini?",
        "Il sindaco Giulio Tolmini",
    ),
    "nl": (
        "Storm boven Brenne\n\nTolkamp kwam om zes uur. Burgemeester Joris Tolkamp sloot de haven "
        "op maandag. Tolkamp sliep daar.",
        "Wie is Tolkamp?",
        "Burgemeester Joris Tolkamp",
    ),
    "pt": (
        "Tempestade em Brena\n\nTolmedo chegou às seis. O presidente Júlio Tolmedo fechou o porto "
        "na segunda. Tolmedo dormiu lá.",
        "Quem é Tolmedo?",
        "O presidente Júlio Tolmedo",
    ),
}


@pytest.mark.parametrize("code", ARTICLES)
def test_who_somebody_is_quotes_the_sentence_that_says_it(code: str) -> None:
    text, question, told = ARTICLES[code]
    article = replace(parse_article(text.encode(), f"{code}.txt"), language=code)

    answer = Library([article]).ask(question)

    assert answer.answered
    assert answer.hits[0].sentence_text.startswith(told)


def test_who_holds_an_office_is_no_question_for_a_name() -> None:
    text = ARTICLES["de"][0]
    article = replace(parse_article(text.encode(), "de.txt"), language="de")

    answer = Library([article]).ask("Wer ist der Bürgermeister?")

    assert not answer.answered
