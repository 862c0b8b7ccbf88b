from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import load_settings
from bot.unknown_options import unknown_options


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("FOOTNOTE_CORPSE", "FOOTNOTE_CORPUS"),
        ("FOOTNOTE_LOGLEVEL", "FOOTNOTE_LOG_LEVEL"),
        ("FOOTNOTE_MAX_SOURCES", "FOOTNOTE_MOST_SOURCES"),
        ("FOOTNOT_CORPUS", "FOOTNOTE_CORPUS"),
        ("FOOTNOTE_TOKEN", "DISCORD_TOKEN"),
        ("DISCORD_TOKN", "DISCORD_TOKEN"),
        ("DISCORD_BOT_TOKEN", "DISCORD_TOKEN"),
    ],
)
def test_a_misspelt_option_is_named_with_the_one_that_was_meant(
    monkeypatch: pytest.MonkeyPatch, name: str, meant: str
) -> None:
    ignored = f"{name} in {{}} is no option, so it is ignored: did you mean {meant}?"
    Path(".env").write_text(f"{name}=s3cret\n")
    assert list(unknown_options()) == [ignored.format(".env")]
    monkeypatch.setenv(name, "s3cret")
    assert list(unknown_options()) == [ignored.format("the environment")]


def test_a_folder_in_the_place_of_the_file_is_told_unless_python_s_packages_are_in_it() -> None:
    Path(".env").mkdir()
    assert list(unknown_options()) == [
        ".env is a folder, so no option is read from it: put a file in its place"
    ]
    Path(".env/pyvenv.cfg").touch()
    assert list(unknown_options()) == []


def test_an_option_that_is_like_none_stops_nothing_and_is_told() -> None:
    Path(".env").write_text("FOOTNOTE_CORPUS=articles\nFOOTNOTE_PORT=80\n")
    assert list(unknown_options()) == [
        "FOOTNOTE_PORT in .env is no option, so it is ignored: take it out, or see in "
        ".env.example what there is"
    ]
    assert load_settings().corpus == Path("articles")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("FOOTNOTE_DATABASE:postgresql://bot:s3cret@db.example/news", "FOOTNOTE_DATABASE…"),
        ("'FOOTNOTE_TOKEN: s3cret'=1", "FOOTNOTE_TOKEN…"),
        ("'FOOTNOTE_\x1b[31mCORPUS\n2026 INFO Ready'=x", "FOOTNOTE_…"),
        ("FOOTNOTE_\u202eSUPROC=x", "FOOTNOTE_…"),
        ("FOOTNOTE_" + "CORPUS" * 10_000 + "=x", "FOOTNOTE_" + "CORPUS" * 5 + "C…"),
    ],
)
def test_of_an_odd_name_only_its_plain_beginning_is_told(line: str, shown: str) -> None:
    Path(".env").write_text(f"{line}\n", encoding="utf-8")
    assert list(unknown_options()) == [
        f"{shown} in .env is no option, so it is ignored: take it out, or see in .env.example "
        "what there is"
    ]


def test_what_other_programs_are_given_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_TOKEN", "DISCORD_CLIENT_ID", "CORPUS", "LOG_LEVEL"):
        monkeypatch.setenv(name, "x")
    Path(".env").write_text("DISCORD_TOKEN=x\nDISCORD_BOT_TOKEN=x\nfootnote_corpus=articles\n")
    assert list(unknown_options()) == []


def test_of_many_names_the_first_are_told_and_that_there_are_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path(".env").write_text("".join(f"FOOTNOTE_CORPSE{i}=x\n" for i in range(500)))
    *told, last = unknown_options()
    assert len(told) == 20
    assert told[0].endswith("did you mean FOOTNOTE_CORPUS?")
    assert last == "and there are more such names: see in .env.example what options there are"
