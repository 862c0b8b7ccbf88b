from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.metadata.front_matter import (
    FrontMatter,
    FrontMatterError,
    is_web_address,
    read_front_matter,
)


def test_reads_every_field() -> None:
    fields, body, _ = read_front_matter(
        '---\ntitle: "A: b"\nsource: City News\nauthor: [Jane Roe, Al Poe]\n'
        "date: 2024-03-02\nurl: https://example.org/a?b=c\nlang: fr-CA\n---\n\nThe text.\n"
    )
    assert (fields.title, fields.source, fields.author) == ("A: b", "City News", "Jane Roe, Al Poe")
    assert fields.date == dt.date(2024, 3, 2)
    assert (fields.url, fields.language) == ("https://example.org/a?b=c", "fr")
    assert body.strip() == "The text."


@pytest.mark.parametrize(
    "date", ["2024-03-02", "2024-03-02 10:30:00", "2 March 2024", "March 2, 2024"]
)
def test_reads_dates_as_people_write_them(date: str) -> None:
    assert read_front_matter(f"---\ndate: {date}\n---\n")[0].date == dt.date(2024, 3, 2)


def test_text_without_front_matter_is_all_body() -> None:
    fields, body, unused = read_front_matter("Just text.\n")
    assert fields.title is None
    assert body == "Just text."
    assert unused == ()


def test_a_rule_above_prose_is_no_front_matter() -> None:
    text = "---\nThe bridge reopened on Saturday.\n---\nThousands walked across it."
    fields, body, unused = read_front_matter(text)
    assert (fields.title, body, unused) == (None, text, ())


def test_headings_between_rules_are_no_front_matter() -> None:
    text = "---\n# The ferry\n---\nIt rained."
    assert read_front_matter(text) == (FrontMatter(), text, ())


def test_front_matter_may_be_empty() -> None:
    assert read_front_matter("---\n\n---\nIt rained.") == (FrontMatter(), "It rained.", ())


def test_tells_which_comments_there_are() -> None:
    fields, _, unused = read_front_matter("---\n# A note.\ntitle: Otters\n---\nIt rained.")
    assert fields.title == "Otters"
    assert unused == ("# A note.",)


@pytest.mark.parametrize("date", ["yesterday", "today", "2 days ago", "in 2 weeks", "hier"])
def test_a_date_is_the_same_whenever_it_is_read(date: str) -> None:
    with pytest.raises(FrontMatterError, match="write it as 2024-11-13"):
        read_front_matter(f"---\ndate: {date}\n---\nIt rained.")


def test_tells_which_fields_are_not_used() -> None:
    text = "---\ntitle: The bridge\ntags:\n  - bridges\n  - ships\nlang: en\nnote: x\n---\nText."
    assert read_front_matter(text)[2] == ("tags:", "- bridges", "- ships", "note: x")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("title: &a Otters", "anchors"),
        ("title: *a", "aliases"),
        ("a: {b: [&a x, *a]}", "anchors"),
        ("title: !!str Otters", "tags"),
        ("title: ! Otters", "tags"),
        ("<<: {title: Otters}", "merge keys"),
        ("url: [[[[[[[[https://example.org]]]]]]]]", "nested"),
    ],
)
def test_refuses_what_few_bytes_can_blow_up(line: str, what: str) -> None:
    with pytest.raises(FrontMatterError, match=rf"line 3, uses .*{what}.*: write the value out"):
        read_front_matter(f"---\nsource: City News\n{line}\n---\nText.")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (r'title: "Otters \ud83d\ude00"', "Otters 😀"),
        (r'title: "Otters \ud83d"', "Otters \ufffd"),
        ("title: 007", "007"),
        ("title: 0x" + "F" * 900, "0x" + "F" * 900),
        ("title: no", "no"),
        ("title: 1:59:59", "1:59:59"),
        ("title: ~", None),
        ("title: []", None),
    ],
)
def test_a_title_is_read_as_it_is_written(line: str, title: str | None) -> None:
    assert read_front_matter(f"---\n{line}\n---\nText.")[0].title == title


@pytest.mark.parametrize(
    "line",
    [
        "title: 0x" + "F" * 4000,
        "url: " + "9" * 4000,
        "date: " + ":".join(["59"] * 2000),
        r'title: "\UFFFFFFFF"',
        r'title: "\x"',
        "title: " + "[" * 9000,
        "title: " + "{" * 9000,
        "date: [2024-03-02, [x]]",
    ],
)
def test_refuses_what_is_no_value(line: str) -> None:
    with pytest.raises(FrontMatterError):
        read_front_matter(f"---\n{line}\n---\nText.")


@pytest.mark.parametrize(
    ("yaml", "names"),
    [
        ("title: a: b", "line 2"),
        ("title: {a: b}", "“title”"),
        ("date: someday", "“date”"),
        ("url: javascript:alert(1)", "“url”"),
        ("url: example.org/a", "“url”"),
        ("url: 'https://exa mple.org'", "“url”"),
        ("lang: 42!", "“lang”"),
        (f"title: {'x' * 2000}", "“title”"),
        ("title: !!python/object/apply:os.system ['true']", "front matter"),
    ],
)
def test_names_the_field_that_is_wrong(yaml: str, names: str) -> None:
    with pytest.raises(FrontMatterError, match=names):
        read_front_matter(f"---\n{yaml}\n---\nText.")


@pytest.mark.parametrize("url", ["https://example.org", "http://a.b:8080/c_(d)"])
def test_accepts_web_addresses(url: str) -> None:
    assert is_web_address(url)


@pytest.mark.parametrize(
    "url",
    [
        *("", "ftp://a.b", "https://", "https://a b", "https://a.b/<x>", "//a.b", "https://["),
        *("data:x", "https://a.b:x/", "https://a.b:99999/", "https://a.b:0/", "https://a.b\\c"),
    ],
)
def test_refuses_what_could_not_be_linked(url: str) -> None:
    assert not is_web_address(url)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_front_matter(f"---\n{text}\n---\nbody")
    except FrontMatterError as error:
        assert str(error)
