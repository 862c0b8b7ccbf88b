from __future__ import annotations

import pytest

from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.language.sentences.captions import captions_in
from bot.library.library import Library
from bot.summary.digest import digest

STORY = (
    "The council of Lune closed the old harbour bridge on Monday, after a crack was found.\n\n"
    "Engineers had looked at the bridge in March, and the repair will cost 4 million crowns.\n"
)


def sentences_marked(paragraph: str, language: str = "en", before: str = "") -> int:
    text = f"---\nlang: {language}\n---\n# The bridge of Lune\n\n{before}\n\n{paragraph}\n\n{STORY}"
    article = parse_article(text.encode(), "bridge.md")
    passage = next(p for p in article.passages if p.text.startswith(paragraph[:20]))
    return captions_in(article, passage, pack_for(article.language))


@pytest.mark.parametrize(
    ("paragraph", "marked"),
    [
        ("Rask (left) and Holm (right) on May 25, 2022. Image: City of Lune.", 2),
        ("Rask (left) opens the bridge.", 1),
        ("The mayor shows the crack to visitors. It is a metre long. Photo: Jo Ray/Lune News.", 3),
        ("The mayor shows the crack to visitors (Photo by Jo Ray).", 1),
        ("The harbour bridge of Lune. The bridge was built in 1911, and it is of iron.", 1),
        ("The tug Osprey near Port Lune on February 8, 2010.", 1),
        ("Mayor Rask with the minister of transport in Lune on May 14.", 1),
        ("Jane Rask (pictured) in the harbour of Lune.", 1),
    ],
)
def test_what_describes_a_picture_is_a_caption(paragraph: str, marked: int) -> None:
    assert sentences_marked(paragraph) == marked


@pytest.mark.parametrize(
    ("paragraph", "language", "marked"),
    [
        ("Rask (links) und Holm (rechts) am Montag auf der Brücke von Lune.", "de", 1),
        ("Die Brücke von Lune am Montag. Foto: Jo Ray/dpa", "de", 2),
        ("Le pont de Lune, lundi matin. Crédit photo : Jo Ray.", "fr", 2),
        ("Jeanne Rask (à gauche) devant le pont.", "fr", 1),
        ("La alcaldesa Rask (izquierda) en el puente de Lune.", "es", 1),
        ("Мэр Раск (слева) на мосту в Луне.", "ru", 1),
        ("月城的大桥在周一关闭后仍有市民前来参观。图片：新月社", "zh", 2),
        ("Die Brücke bleibt am Montag geschlossen, sagte Rask der Zeitung.", "de", 0),
        ("Rask (links) sagte am Montag in Lune, die Brücke sei alt. Das war ihr neu.", "de", 0),
    ],
)
def test_captions_are_known_in_other_languages(paragraph: str, language: str, marked: int) -> None:
    assert sentences_marked(paragraph, language) == marked


@pytest.mark.parametrize(
    "paragraph",
    [
        "Lune Rovers 3, Port Holm United 2.",
        "Shops in the Shambles remain open.",
        "The guards call it the waiting room.",
        "Ask for the sheet at the cloakroom of the museum in Lune.",
        "Pack a windproof jacket, even in August, and something against midges.",
        "A vet, Marguerite Sole, read the microchip at half past eight.",
        "Jane Rask (pictured) told the council that the bridge was old. It listened.",
        "To get the full picture, Rask went to see the bridge herself.",
        "She sued the agency Getty Images.",
        "No deal for Lune.",
    ],
)
def test_what_tells_something_is_no_caption(paragraph: str) -> None:
    assert sentences_marked(paragraph) == 0


def test_behind_a_question_a_name_is_the_answer() -> None:
    answer = "The tug Osprey of Port Lune."
    assert sentences_marked(answer) == 1
    assert sentences_marked(answer, before="Which ship hit the bridge in the storm?") == 0


CAPTIONED = parse_article(
    (
        "# Harbour bridge of Lune closed\n\n"
        "Mayor Ada Rask (left) and engineer Bo Holm (right) on May 25, 2022. Image: Lune.\n\n"
        f"The harbour bridge of Lune. {STORY}\n"
        "The harbour bridge of Lune from Cape Holm.\n"
    ).encode(),
    "bridge.md",
)


def test_no_caption_leads_what_is_new_or_stands_in_a_summary() -> None:
    (lead,) = digest([CAPTIONED], 1)
    assert lead.text.startswith("The council of Lune closed")
    for words in (15, 40, 200):
        quoted = [q.text for q in Library([CAPTIONED]).summary(words=words).sentences]
        assert not any("(left)" in text or "Image" in text for text in quoted)
        assert not any(text.startswith("The harbour bridge of Lune") for text in quoted)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("What happened to the harbour bridge of Lune?", "The council of Lune closed"),
        ("harbour bridge of Lune", "The council of Lune closed"),
        ("Who was with engineer Bo Holm in May 2022?", "Mayor Ada Rask (left)"),
    ],
)
def test_a_caption_is_highlighted_only_where_nothing_else_answers(
    question: str, begins: str
) -> None:
    answer = Library([CAPTIONED]).ask(question)
    assert answer.hits[0].sentence_text.startswith(begins)
