from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.formats.decoder import decode_text

TEXT = "Le café de Zoë coûte 5 € – « très » cher, dit Андрей Шевченко à Kyiv.\n"
WESTERN = "Le café de Zoë coûte 5 € – “très” cher, déjà à Noël, dit l’élève.\n" * 3


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_decodes_every_unicode_encoding(encoding: str) -> None:
    assert decode_text(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "cp1252"),
        (
            WESTERN.replace("€", "E")
            .replace("“", '"')
            .replace("”", '"')
            .replace("’", "'")
            .replace("–", "-"),
            "latin-1",
        ),
        ("Президент заявил в среду, что переговоры продолжатся в Киеве.\n" * 4, "cp1251"),
        ("昨日、東京で新しい橋が開通しました。市長は喜びを語った。\n" * 4, "shift_jis"),
    ],
)
def test_decodes_what_people_have_on_disk(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding)) == text


def test_line_ends_become_line_feeds() -> None:
    assert decode_text(b"one\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0" + bytes(range(256)) * 20,
        b"%PDF-1.7\n" + bytes(range(256)) * 20,
        b"PK\x03\x04" + bytes(range(256)) * 20,
        b"\x7fELF" + b"\0" * 200 + bytes(range(256)),
    ],
)
def test_knows_binary_content(content: bytes) -> None:
    assert decode_text(content) is None


@given(st.binary(max_size=2000))
def test_never_raises(content: bytes) -> None:
    decode_text(content)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=500))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    text = text.translate(dict.fromkeys((0xAD, 0x2028, 0x2029)))  # as Word leaves them behind
    assert decode_text(text.encode()) == text.removeprefix("\ufeff")


FRENCH = "Le café près de l’église a été fermé à midi ; les élèves sont rentrés chez eux, ça va."
GERMAN = "Die Brücke über den Fluß ist wegen der Größe der Schäden gesperrt, hörten wir gestern."


@pytest.mark.parametrize("text", [FRENCH, GERMAN, "A café."])
@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman"])
def test_reads_the_code_pages_that_people_have(text: str, encoding: str) -> None:
    plain = text.replace("’", "'")
    assert decode_text(plain.encode(encoding)) == plain


def test_reads_utf_8_with_stray_bytes() -> None:
    content = FRENCH.encode() + b" Price: \xa312. Caf\xe9. " + GERMAN.encode()
    assert decode_text(content) == f"{FRENCH} Price: £12. Café. {GERMAN}"


def test_reads_ascii_with_stray_bytes() -> None:
    content = b"The bridge reopened on Saturday\x92s eve. " * 30 + b"\xe9\xff\xfe and so on"
    text = decode_text(content)
    assert text is not None
    assert text.startswith("The bridge reopened on Saturday’s eve.")


def test_reads_what_word_leaves_behind() -> None:
    text = "He said: \x93We won\x94\x85\x0bNext line. har\u00adbour"
    assert decode_text(text.encode()) == "He said: “We won”…\nNext line. harbour"


def test_the_quotation_marks_of_a_short_text_from_word_are_read() -> None:
    text = "“Smart quotes” in Leeds\n\nThe council’s plan – agreed on Monday – costs € 5m."
    assert decode_text(text.encode("cp1252")) == text
    assert decode_text("“Smart” – and ‘good’".encode("cp1252")) == "“Smart” – and ‘good’"


@pytest.mark.parametrize("page", ["cp1252", "cp850", "mac_roman"])
def test_a_short_text_with_accents_is_read_in_its_code_page(page: str) -> None:
    text = "L'hôtel de ville a fermé à dix-huit heures; le maire, François Béranger, était là."
    assert decode_text(text.encode(page)) == text
