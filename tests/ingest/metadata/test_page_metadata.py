from __future__ import annotations

import datetime as dt
import json

import pytest

from bot.ingest.document_reader import DirectReader, Document
from bot.ingest.formats.page import Page, read_page
from bot.ingest.reader import parse_article

LEAD = "The lead of the page says that the river rose overnight in several places near the coast."

LETTERS = [a + b for a in "BCDFG" for b in "aeiou"]


def page(body: str, head: str = "") -> Page:
    read = read_page(
        f"<html lang='es'><head>{head}</head><body><main><article><h1>Floods</h1><p>{LEAD}</p>"
        f"{body}</article></main></body></html>"
    )
    assert read is not None
    return read


def test_an_author_may_stand_in_the_byline_alone() -> None:
    read = page("", "")
    assert read.fields.author is None
    named = read_page(
        f"<html><body><article><h1>Floods</h1><p class='article-byline'>By Jane Roe and Al Poe</p>"
        f"<p>{LEAD}</p></article></body></html>"
    )
    assert named is not None
    assert named.fields.author == "Jane Roe and Al Poe"
    dated = read_page(
        f"<html><body><article><h1>Floods</h1><p class='byline'>Interview by Jane Roe · 2 May 2026"
        f"</p><p>{LEAD}</p></article></body></html>"
    )
    assert dated is not None
    assert (dated.fields.author, dated.fields.date) == ("Jane Roe", dt.date(2026, 5, 2))


def test_what_a_page_only_shows_of_its_author_day_and_site_is_read() -> None:
    fields = page(
        '<p>By <a rel="author" href="/jane">Jane Roe</a></p><time datetime="2024-03-02">2 March'
        '</time><div class="author">All posts by the desk</div>',
        '<link rel="canonical" href="https://www.harbour.example:8443/floods">',
    ).fields
    assert (fields.author, fields.date) == ("Jane Roe", dt.date(2024, 3, 2))
    assert fields.source == "harbour.example"


@pytest.mark.parametrize("said", ["City News", "citynews.example", "City News (www.news.example)"])
def test_a_site_is_no_author(said: str) -> None:
    site = '<meta property="og:site_name" content="City News">'
    assert page("", f'{site}<meta name="author" content="{said}">').fields.author is None


@pytest.mark.parametrize("before", ["", "anna:secret@", "bank.example@"])
def test_a_site_is_named_by_its_host_alone(before: str) -> None:
    link = f'<link rel="canonical" href="https://{before}harbour.example/floods">'
    assert page("", link).fields.source == "harbour.example"


@pytest.mark.parametrize(
    "head",
    [
        "".join(f"<meta name='author' content='{a}{b} Roe'>" for a in LETTERS for b in LETTERS) * 3,
        f"<meta name='description' content='{'&lt;' * 200_000}'>",
        f"<meta name='keywords' content='{'&lt;!--' * 60_000}'>",
    ],
)
def test_no_declaration_takes_too_long_to_read(head: str) -> None:
    content = f"<html><head>{head}</head><body><article><h1>Floods</h1><p>{LEAD}</p></article>"
    (reading,) = DirectReader().read([Document("floods.html", "floods", content.encode())])
    assert reading.article is not None, reading.refusal
    assert reading.article.title == "Floods"


def test_a_weekday_is_no_part_of_a_name() -> None:
    read = page("<p class='byline'>By Theresa May Tuesday, 3 March 2026</p>")
    assert read.fields.author == "Theresa May"


@pytest.mark.parametrize(
    ("title", "name", "wanted"),
    [
        ("City News: Floods close the A7", "City News", "Floods close the A7"),
        ("Floods close the A7 | World | 3.3.2026", "", "Floods close the A7"),
        ("Floods close the A7: 25 villages are cut off", "", None),
        ("City News » Archive » Floods close the A7 road", "City News", None),
        ("What the rain left", "", None),
    ],
)
def test_the_headline_is_the_heading_that_a_title_repeats(
    title: str, name: str, wanted: str | None
) -> None:
    read = read_page(
        f'<html><head><meta property="og:title" content="{title}"><meta property="og:site_name" '
        f'content="{name}"></head><body><h1>City News</h1><article><h1>Floods close the A7</h1>'
        f"<p>{LEAD}</p></article></body></html>"
    )
    assert read is not None
    assert read.fields.title == (wanted or title)


def test_a_page_that_says_english_is_still_asked_for_its_language() -> None:
    text = "Der Fluss ist in der Nacht an mehreren Stellen über die Ufer getreten. " * 3
    content = f'<html lang="en"><body><article><h1>Flut</h1><p>{text}</p></article></body></html>'
    assert parse_article(content.encode(), "flut.html").language == "de"
    assert parse_article(content.replace(text, LEAD).encode(), "flood.html").language == "en"


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Floods &#8216;in Spain&#8217;",
    "datePublished": "2024-03-02T10:00:00Z",
    "author": [{"name": "Jane Roe"}, {"name": "Al Poe"}],
    "publisher": {"@type": "Organization", "name": "City News"},
    "inLanguage": "en-GB",
    "url": "https://news.example.org/floods",
}


@pytest.mark.parametrize("wrap", [lambda a: a, lambda a: [a], lambda a: {"@graph": [{}, a]}])
def test_json_ld_describes_the_article(wrap: object) -> None:
    assert callable(wrap)
    script = f'<script type="application/ld+json">{json.dumps(wrap(ARTICLE))}</script>'
    fields = page("", script).fields
    assert (fields.title, fields.author) == ("Floods ‘in Spain’", "Jane Roe, Al Poe")
    assert (fields.source, fields.language) == ("City News", "en")
    assert fields.date == dt.date(2024, 3, 2)
    assert fields.url == "https://news.example.org/floods"


def test_the_page_of_a_wiki_is_of_the_day_on_which_it_was_changed() -> None:
    article = ARTICLE | {"dateModified": "2026-02-01T08:00:00Z"}
    script = f'<script type="application/ld+json">{json.dumps(article)}</script>'
    assert page("", script).fields.date == dt.date(2024, 3, 2)
    wiki = f'<meta name="generator" content="MediaWiki 1.44">{script}'
    assert page("", wiki).fields.date == dt.date(2026, 2, 1)


def test_open_graph_describes_the_article() -> None:
    fields = page(
        "",
        '<meta property="og:title" content="Floods in Spain | City News">'
        '<meta property="og:site_name" content="City News">'
        '<meta property="article:published_time" content="2024-03-02T10:00:00+01:00">'
        '<meta property="article:author" content="https://facebook.example/jane">'
        '<meta name="author" content="Jane Roe">'
        '<link rel="canonical" href="https://news.example.org/floods">',
    ).fields
    assert (fields.title, fields.author, fields.source) == (
        "Floods in Spain",
        "Jane Roe",
        "City News",
    )
    assert (fields.date, fields.language) == (dt.date(2024, 3, 2), "es")
    assert fields.url == "https://news.example.org/floods"


@pytest.mark.parametrize("odd", [["a"], {"b": 1}, 7, None, True, "x" * 100_000])
def test_odd_values_in_json_ld_count_as_not_said(odd: object) -> None:
    article = {"@type": "NewsArticle", **dict.fromkeys(ARTICLE.keys() - {"@type"}, odd)}
    fields = page("", f'<script type="application/ld+json">{json.dumps(article)}</script>').fields
    assert fields.title is not None
    assert fields.date is None
    assert fields.url is None


@pytest.mark.parametrize(
    "script", ["{", "[" * 100_000, '{"@type": "NewsArticle", "headline": "\\ud83d"}', "null"]
)
def test_broken_json_ld_does_no_harm(script: str) -> None:
    title = page("", f'<script type="application/ld+json">{script}</script>').fields.title
    assert title is not None
    title.encode()
