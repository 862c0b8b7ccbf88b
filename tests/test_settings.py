from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings, unknown_options
from tests.conftest import PROJECT


def options() -> dict[str, str]:
    return {
        str(field.validation_alias): field.description or ""
        for field in Settings.model_fields.values()
    }


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for option in options():
        monkeypatch.delenv(option, raising=False)
    monkeypatch.chdir(tmp_path)


def test_defaults_need_nothing() -> None:
    settings = load_settings()
    assert settings.token is None
    assert settings.corpus == Path("corpus")


def test_the_environment_goes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("FOOTNOTE_CORPUS=from-file\nFOOTNOTE_LOG_LEVEL=DEBUG\n")
    monkeypatch.setenv("FOOTNOTE_CORPUS", "from-environment")
    settings = load_settings()
    assert settings.corpus == Path("from-environment")
    assert settings.log_level == "DEBUG"


def test_an_empty_token_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "")
    assert load_settings().token is None


@pytest.mark.parametrize(
    ("option", "value", "wanted"),
    [
        ("FOOTNOTE_PREVIEW_PORT", "eighty", "a whole number"),
        ("FOOTNOTE_PREVIEW_PORT", "70000", "65535 or less"),
        ("FOOTNOTE_MEMORY", "0", "1 or more"),
        ("FOOTNOTE_LOG_LEVEL", "LOUD", "'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        ("FOOTNOTE_SHARDS", "0-3", "auto, a number as in 16, or a part as in 0-3/16"),
    ],
)
def test_a_wrong_value_is_one_line_that_names_the_option_and_what_it_must_be(
    monkeypatch: pytest.MonkeyPatch, option: str, value: str, wanted: str
) -> None:
    monkeypatch.setenv(option, value)
    with pytest.raises(SettingsError) as raised:
        load_settings()
    assert str(raised.value) == (
        f"{option} is '{value}', but must be {wanted}: correct it or leave it out"
    )


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


@pytest.mark.parametrize("option", ["FOOTNOTE_CORPUS", "FOOTNOTE_DATABASE"])
def test_a_path_that_no_system_allows_is_refused(option: str) -> None:
    Path(".env").write_text(f"{option}=a\0b\n")
    with pytest.raises(SettingsError, match=f"{option}.* must have no NUL in it: correct it"):
        load_settings()


def test_what_other_programs_are_given_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_TOKEN", "DISCORD_CLIENT_ID", "CORPUS", "LOG_LEVEL"):
        monkeypatch.setenv(name, "x")
    Path(".env").write_text("DISCORD_TOKEN=x\nDISCORD_BOT_TOKEN=x\nfootnote_corpus=articles\n")
    assert list(unknown_options()) == []


def test_the_password_of_a_database_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_DATABASE", "postgresql://bot:s3cret@db.example/news")
    settings = load_settings()
    assert "s3cret" not in repr(settings) + str(settings) + str(settings.model_dump())
    assert settings.database_address == "postgresql://bot:s3cret@db.example/news"
    assert settings.database_file is None
    assert settings.embeddings == Path(".footnote/embeddings")


def test_an_address_of_another_database_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_DATABASE", "mysql://bot:s3cret@db.example/news")
    with pytest.raises(SettingsError) as raised:
        load_settings()
    assert str(raised.value) == (
        "FOOTNOTE_DATABASE must be a file, or the address of a PostgreSQL database, "
        "postgresql://…: correct it or leave it out"
    )


def test_the_token_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "s3cret-t0ken")
    settings = load_settings()
    assert "s3cret" not in repr(settings) + str(settings) + str(settings.model_dump())


def test_the_example_names_every_option_with_its_description_and_default() -> None:
    example = (PROJECT / ".env.example").read_text(encoding="utf-8")
    found = re.findall(r"^# (.+)\n(\w+)=(.*)$", example, re.MULTILINE)
    assert {name: description for description, name, _ in found} == options()
    for field in Settings.model_fields.values():
        shown = next(value for _, name, value in found if name == field.validation_alias)
        assert shown == ("" if field.default is None else str(field.default))


def test_the_readme_names_every_option() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    for option, description in options().items():
        assert f"| `{option}` | {description}" in readme
