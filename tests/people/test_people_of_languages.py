"""People of articles in other languages than English, with what is said of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.articles.article import Passage
from bot.language.names.by_language import name_rules_for
from bot.library.library import Library
from tests.language.gold import read_gold
from tests.people.gold_news import read_gold_of_language
from tests.people.listed import CODES, LOOKED_AT, judge
from tests.people.test_people import library, names

TEXTS = {
    "fr": (
        "Jean Morel, maire de la commune depuis dix ans, a annoncé lundi que le pont serait fermé "
        "pour des travaux. « Nous n'avons pas le choix », a dit Jean Morel aux habitants."
    ),
    "es": (
        "Lucía Herrero, alcaldesa de la ciudad desde hace diez años, dijo el lunes que el puente "
        "estaría cerrado por unas obras. «No tenemos otra opción», dijo Lucía Herrero."
    ),
    "it": (
        "Marta Bruni, sindaca della città da dieci anni, ha detto lunedì che il ponte sarà chiuso "
        "per alcuni lavori. «Non abbiamo scelta», ha detto Marta Bruni agli abitanti."
    ),
    "pt": (
        "Joana Teles, presidente da câmara há dez anos, disse na segunda-feira que a ponte vai "
        "fechar para obras. «Não temos escolha», disse Joana Teles aos moradores da cidade."
    ),
    "nl": (
        "Anna Peeters, directeur van de haven sinds tien jaar, zei maandag dat de brug dicht gaat "
        "voor werkzaamheden. “Wij hebben geen keus”, zei Anna Peeters tegen de bewoners."
    ),
}


@pytest.mark.parametrize("code", TEXTS)
def test_what_stands_behind_a_name_says_who_it_is(code: str) -> None:
    (person,) = library(TEXTS[code]).who().people
    assert person.roles
    assert person.roles[0].text in TEXTS[code]


def test_and_joins_no_two_people_to_one() -> None:
    text = (
        "Marta Bruni e Paolo Serra hanno detto lunedì che il ponte sarà chiuso per alcuni lavori. "
        "Lo ha confermato anche il comune, che da mesi discute con gli abitanti del quartiere."
    )
    assert set(names(library(text))) == {"Marta Bruni", "Paolo Serra"}


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("fr", "qui est jean morel ?"),
        ("es", "quien es lucia herrero"),
        ("it", "chi è Marta Bruni?"),
        ("pt", "quem é joana teles"),
        ("pt", "quem e joana teles"),
        ("nl", "wie is anna peeters"),
    ],
)
def test_who_somebody_is_may_be_asked_as_a_question(code: str, asked: str) -> None:
    (person,) = library(TEXTS[code]).who(asked).people
    assert person.name in TEXTS[code]


def test_a_title_of_the_articles_language_is_left_out_of_a_name_asked_for() -> None:
    (person,) = library(TEXTS["es"]).who("señora Herrero").people
    assert person.name == "Lucía Herrero"


@pytest.mark.parametrize(("code", "plural", "one"), [("en", "cooks", "cook"), ("it", "re", "re")])
def test_a_plural_is_known_by_its_ending(code: str, plural: str, one: str) -> None:
    rules = name_rules_for(code)
    assert rules is not None
    assert rules.phrases.singular(plural) == one


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("de", {"Tagen Dauerregen", "Dringendste Aufgabe", "Nationalpark Hainberg"}),
        ("es", {"Cruz Roja", "Sierra Blanca", "Villa Alerce", "Atlético Riomar"}),
        ("pt", {"Casa do Povo", "Vila do Conde", "Ferroviário de Quelara"}),
        ("nl", {"Storm Hendrik", "Fietsfabrikant Batauw", "Dorpsbelang Nijenbeek"}),
    ],
)
def test_clubs_places_and_plain_nouns_are_nobody(code: str, missing: set[str]) -> None:
    listed = Library(read_gold(code, "short").articles).who().people

    assert not {person.name for person in listed} & missing
    assert len(listed) >= 30


@pytest.mark.parametrize("code", CODES)
def test_most_people_of_kept_news_are_listed_with_what_they_are(code: str) -> None:
    found = judge(read_gold_of_language(code)[LOOKED_AT:])

    assert found.right >= 17
    assert len(found.missing) <= 3
    assert len(found.others) <= 3
    assert len(found.roles.right) >= 15
    assert len(found.roles.wrong) <= 1


@pytest.mark.parametrize(
    ("code", "text", "name", "role"),
    [
        ("fr", "L'arbitre italien Ugo Serra a sifflé la fin.", "Ugo Serra", "L'arbitre italien"),
        ("fr", "Pour Zoé Martel, déléguée du personnel, rien ne va.", "Zoé Martel", "déléguée"),
        ("es", "El turista alemán Uwe Lind fue multado ayer.", "Uwe Lind", "turista alemán"),
        (
            "es",
            "Su director deportivo, Pello Arrieta, calló.",
            "Pello Arrieta",
            "director deportivo",
        ),
        ("de", "Die Chefin der Stadt Au, Ulla Kern, ging.", "Ulla Kern", "Die Chefin der"),
        ("de", "Heute spricht Forscher Jonas Kramer.", "Jonas Kramer", "Forscher"),
        ("it", "Ha vinto l'allenatore Ugo Serra dopo due ore.", "Ugo Serra", "l'allenatore"),
        ("nl", "Volgens Bart Bos van de Gouwbank is het vol.", "Bart Bos", "van de Gouwbank"),
        ("de", "Das sagte Jonas Kramer von der Hochschule Au.", "Jonas Kramer", "von der Hoch"),
    ],
)
def test_a_role_is_read_with_its_article_adjective_or_accents(
    code: str, text: str, name: str, role: str
) -> None:
    whole = read_gold(code, "short").articles[0]
    passage = Passage(f"{whole.id}#1", 1, text, ((0, len(text)),))
    people = Library([replace(whole, passages=(passage,))]).who().people

    (roles,) = (person.roles for person in people if person.name == name)
    assert roles[0].text.startswith(role)


def _names(code: str, text: str) -> set[str]:
    article = replace(library(text).articles[0], language=code)
    return {person.name for person in Library([article]).who().people}


@pytest.mark.parametrize(
    ("code", "line_up", "expected"),
    [
        (
            "nl",
            "Hilvoorde: Pinas; Kok, Smit, Van 't Hof; Ter Haar, Brands (12. Visser); Prins en Bos.",
            {"Pinas", "Kok", "Smit", "Van 't Hof", "Ter Haar", "Brands", "Visser", "Prins", "Bos"},
        ),
        (
            "fr",
            "Aubessac : Kessler (Stoltz, 89e) – Mbaye, Ruffin (cap.), N'Diaye – Borel, Le Bihan.",
            {"Kessler", "Stoltz", "Mbaye", "Ruffin", "N'Diaye", "Borel", "Le Bihan"},
        ),
        (
            "es",
            "Alcorza: Ochoa; Lucas Mena, Pau; Salas (Moha, m. 30), Trejo; Chimo y De la Fuente.",
            {"Ochoa", "Lucas Mena", "Pau", "Salas", "Moha", "Trejo", "Chimo", "De la Fuente"},
        ),
        (
            "it",
            "Querceta: Bini 6; Carli 6,5, Poli (46' st Verri); Dal Pozzo, Neri; Lodi, Bruni.",
            {"Bini", "Carli", "Poli", "Verri", "Dal Pozzo", "Neri", "Lodi", "Bruni"},
        ),
    ],
)
def test_who_stands_in_a_line_up_is_somebody(code: str, line_up: str, expected: set[str]) -> None:
    assert _names(code, line_up) == expected


def test_a_list_of_towns_is_no_line_up() -> None:
    text = "De trein stopt in: Almen, Borkel, Dreumel, Eext, Gees, Hapert, Loon, Nuis en Odoorn."
    assert not _names("nl", text)


@pytest.mark.parametrize(
    ("code", "text", "name", "role"),
    [
        (
            "it",
            "Lo ha detto ieri il segretario della Fiom locale, Moreno Del Bianco.",
            "Moreno Del Bianco",
            "segretario della Fiom locale",
        ),
        (
            "it",
            "Gli operai si rivolgono al ministro dell'Economia, Giancarlo Dal Pozzo.",
            "Giancarlo Dal Pozzo",
            "ministro dell'Economia",
        ),
        (
            "es",
            "«Nos faltó oficio», admitió el técnico visitante, Roberto Carlos Ferreyra.",
            "Roberto Carlos Ferreyra",
            "técnico visitante",
        ),
        (
            "de",
            "Blass blieb daneben nach Meinung vieler der Bariton Anselm Graf.",
            "Anselm Graf",
            "Bariton",
        ),
        (
            "nl",
            "Volgens velen had scheidsrechter Jochem de Boer twee strafschoppen moeten geven.",
            "Jochem de Boer",
            "scheidsrechter",
        ),
    ],
)
def test_a_role_is_found_behind_a_preposition_and_in_more_words(
    code: str, text: str, name: str, role: str
) -> None:
    article = replace(library(text).articles[0], language=code)
    (person,) = Library([article]).who(name).people
    assert [found.text for found in person.roles] == [role]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "de",
            "In der Werkstatt von Hanne Lüdtke tickt es. Ihr Vater Heinz Lüdtke feilte mit.",
            {"Hanne Lüdtke", "Heinz Lüdtke"},
        ),
        (
            "de",
            "Stadtrat Korbinian Freiherr von Thalheim will das prüfen lassen.",
            {"Korbinian Freiherr von Thalheim"},
        ),
        (
            "de",
            "Die Anzahl von Booten wuchs, wie Konrad von Thalheim schrieb. Teile von Brenn "
            "wurden laut Fotos von Ute Lohmann nass. Das Verfahren zur Messung ist neu.",
            {"Konrad von Thalheim", "Ute Lohmann"},
        ),
        ("de", "Der Lehrer Jonas Winter sagte das. Winter blieb lange.", {"Jonas Winter"}),
        ("es", "El alcalde, D. Julián Ochoa, habló en San Telmo de la Ribera.", {"Julián Ochoa"}),
        ("it", "Il sindaco Dario Neri ha chiuso la funivia di Borgo San Lazzaro.", {"Dario Neri"}),
        ("fr", "Le président, Jean-Loup Maréchal, demandait le double.", {"Jean-Loup Maréchal"}),
    ],
)
def test_particles_titles_and_saints_leave_names_whole(
    code: str, text: str, expected: set[str]
) -> None:
    assert _names(code, text) == expected
