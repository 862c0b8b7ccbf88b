"""What an interviewer asks stands above the answer, whatever format the interview is in."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest

from bot.ingest.reader import parse_article

if TYPE_CHECKING:
    from bot.articles.article import Article

LEAD = "Maud Tressider was the last keeper of a light. She left the rock in November."
ASKED = (
    ("Were you ever frightened?", "Twice. In the storm of 1990 a wave broke the lantern's glass."),
    ("Forty years! What will you miss?", "The dark. And the seals, who sang all night in spring."),
    ("“And now?”", "I have bought a dog, and I am learning to drive a car of my own."),
)
ANSWERED = [(None, LEAD), *ASKED]
APART = [
    (None, LEAD),
    *((None, text) for asked in ASKED for text in asked),
]


def page(body: str) -> Article:
    html = (
        "<html><body><nav><a href='/'>Home</a></nav><main><article><h1>The keeper</h1>"
        f"<p>{LEAD}</p>{body}</article></main><aside><p><b>Sign up for our letter.</b></p></aside>"
        "<footer>Imprint</footer></body></html>"
    )
    return parse_article(html.encode(), "keeper.html")


def document(*paragraphs: tuple[str, str, str]) -> Article:
    """Read a Word document of paragraphs, each with its style and with what makes it bold."""
    written = docx.Document()
    written.add_paragraph("The keeper", style="Title")
    written.add_paragraph(LEAD)
    for text, style, bold in paragraphs:
        run = written.add_paragraph(style=style).add_run(text)
        if bold == "style":
            run.style = "Strong"
        elif bold:
            run.bold = bold == "bold"
    out = io.BytesIO()
    written.save(out)
    return parse_article(out.getvalue(), "keeper.docx")


def found(article: Article) -> list[tuple[str | None, str]]:
    return [(passage.heading, passage.text) for passage in article.passages]


@pytest.mark.parametrize(
    "form",
    [
        "<p><strong>{0}</strong></p><p>{1}</p>",
        "<p> <b>{0}&nbsp;</b> </p>\n<p>{1}</p>",
        "<p><em><strong>{0}<br></strong></em></p><p>{1}</p>",
        "<p><strong>{0}</strong><strong> </strong></p><p>{1}</p>",
        "<div><strong>{0}</strong></div><div>{1}</div>",
        "<div><div><p><strong>{0}</strong></p></div><div><p>{1}</p></div></div>",
        "<p style='font-weight: 700'>{0}</p><p>{1}</p>",
        "<h3>{0}</h3><p>{1}</p>",
        "<dl><dt>{0}</dt><dd>{1}</dd></dl>",
        "<dl><dt><b>{0}</b></dt><dd><p>{1}</p></dd></dl>",
    ],
)
def test_the_questions_of_a_page_stand_above_the_answers(form: str) -> None:
    assert found(page("".join(form.format(*asked) for asked in ASKED))) == ANSWERED


def test_one_list_of_definitions_may_have_all_questions() -> None:
    listed = "".join(f"<dt>{question}</dt><dd>{answer}</dd>" for question, answer in ASKED)
    assert found(page(f"<dl>{listed}</dl>")) == ANSWERED


def test_a_definition_is_said_with_its_terms() -> None:
    listed = (
        "<dl><dt>Born:</dt><dd>in 1951, in the town of Lune</dd><dt>Light</dt><dt>Lantern</dt>"
        "<dd>what a keeper <b>keeps</b></dd><dd>what a ship sees</dd><dt>Rock</dt></dl>"
    )
    ((heading, text),) = found(page(listed))[1:]
    assert heading is None
    assert text.split("\n") == [
        "• Born: in 1951, in the town of Lune",
        "• Light, Lantern: what a keeper keeps",
        "• Light, Lantern: what a ship sees",
        "• Rock",
    ]


@pytest.mark.parametrize(
    ("style", "bold"), [("Normal", "bold"), ("Normal", "style"), ("List Number", "bold")]
)
def test_the_questions_of_a_word_document_stand_above_the_answers(style: str, bold: str) -> None:
    parts = [
        part
        for question, answer in ASKED
        for part in ((question, style, bold), (answer, "Normal", ""))
    ]
    assert found(document(*parts)) == ANSWERED


def test_what_is_not_bold_in_a_word_document_is_a_paragraph() -> None:
    parts = [
        part
        for question, answer in ASKED
        for part in ((question, "Normal", "off"), (answer, "Normal", ""))
    ]
    assert found(document(*parts)) == APART


@pytest.mark.parametrize(
    "form", ["**{0}**\n\n{1}\n\n", "***{0}***\n\n{1}\n\n", "__{0}__\n\n{1}\n\n"]
)
def test_so_do_those_of_markdown(form: str) -> None:
    text = f"# The keeper\n\n{LEAD}\n\n" + "".join(form.format(*asked) for asked in ASKED)
    assert found(parse_article(text.encode(), "keeper.md")) == ANSWERED


def test_a_question_of_several_lines_is_one_heading() -> None:
    text = (
        f"# The keeper\n\n{LEAD}\n\n**Were you\never afraid?**\n\nNo.\n\n**And now?**\n\nNor now.\n"
    )
    assert found(parse_article(text.encode(), "keeper.md"))[1:] == [
        ("Were you ever afraid?", "No."),
        ("And now?", "Nor now."),
    ]


def asked_with(before: str = "", between: str = "", after: str = "") -> Article:
    """Read a page with bold paragraphs before, between and after the questions."""
    said = [f"<p><b>{text}</b></p><p>She says so.</p>" for text in (before, between, after)]
    forms = [f"<p><b>{question}</b></p><p>{answer}</p>" for question, answer in ASKED]
    shown = [one if text else "" for one, text in zip(said, (before, between, after), strict=True)]
    return page(shown[0] + forms[0] + shown[1] + "".join(forms[1:]) + shown[2])


def test_what_is_bold_above_and_below_the_questions_changes_nothing() -> None:
    article = asked_with(before="The rock is empty now.", after="Jane Roe asked the questions.")
    assert set(ASKED) <= set(found(article))
    assert (None, "The rock is empty now.") in found(article)


def test_what_the_interviewer_states_has_all_be_paragraphs() -> None:
    article = asked_with(between="You saved nine people.")
    assert [heading for heading, _ in found(article)] == [None] * 9
    assert "You saved nine people." in [text for _, text in found(article)]


def test_a_cleaned_line_between_the_questions_is_no_statement() -> None:
    assert set(ASKED) <= set(found(asked_with(between="Read more: The rock in pictures.")))


def test_one_bold_question_is_no_interview() -> None:
    (question, answer), *_ = ASKED
    article = page(f"<p><b>{question}</b></p><p>{answer}</p>")
    assert found(article) == APART[:3]
