from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings
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


@pytest.mark.parametrize("option", ["FOOTNOTE_CORPUS", "FOOTNOTE_DATABASE"])
def test_a_path_may_begin_with_the_home_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, option: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    Path(".env").write_text(f"{option}=~/footnote\n")
    settings = load_settings()
    assert tmp_path / "footnote" in {settings.corpus, settings.database}


def test_a_home_folder_of_nobody_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_CORPUS", "~nobody-of-that-name/articles")
    with pytest.raises(SettingsError, match=r"FOOTNOTE_CORPUS .* a user that there is: correct it"):
        load_settings()


def test_an_empty_token_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "")
    assert load_settings().token is None


@pytest.mark.parametrize(
    ("option", "value", "wanted"),
    [
        ("FOOTNOTE_PREVIEW_PORT", "eighty", "be a whole number"),
        ("FOOTNOTE_PREVIEW_PORT", "70000", "be 65535 or less"),
        ("FOOTNOTE_MEMORY", "0", "be 1 or more"),
        ("FOOTNOTE_MEMORY", "1073741824", "be 1048576 or less"),
        ("FOOTNOTE_MOST_SOURCES", "1" + "0" * 30, "be 10000 or less"),
        ("FOOTNOTE_MOST_PASSAGES", "1" + "0" * 30, "be 10000000 or less"),
        ("FOOTNOTE_LOG_LEVEL", "LOUD", "be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        ("FOOTNOTE_SHARDS", "0-3", "be auto, a number as in 16, or a part as in 0-3/16"),
        ("FOOTNOTE_SHARDS", "8-9/4", "name shards from 0 to 3, the smaller one first"),
    ],
)
def test_a_wrong_value_is_one_line_that_names_the_option_and_what_it_must_be(
    monkeypatch: pytest.MonkeyPatch, option: str, value: str, wanted: str
) -> None:
    monkeypatch.setenv(option, value)
    with pytest.raises(SettingsError) as raised:
        load_settings()
    assert str(raised.value) == (
        f"{option} is '{value}', but must {wanted}: correct it or leave it out"
    )


@pytest.mark.parametrize("option", ["FOOTNOTE_CORPUS", "FOOTNOTE_DATABASE"])
def test_a_path_that_no_system_allows_is_refused(option: str) -> None:
    Path(".env").write_text(f"{option}=a\0b\n")
    with pytest.raises(SettingsError, match=f"{option}.* must have no NUL in it: correct it"):
        load_settings()


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


def test_a_long_wrong_value_is_cut_in_the_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_LOG_LEVEL", "LOUD" * 25_000)
    with pytest.raises(SettingsError, match=r"FOOTNOTE_LOG_LEVEL is 'LOUDLOUD.*…, but must") as one:
        load_settings()
    assert len(str(one.value)) < 250


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('DISCORD_TOKEN="s3cret\nFOOTNOTE_CORPUS=articles\n', 1),
        ("# Mine\n\n\nFOOTNOTE_CORPUS='articles\n", 4),
        ('FOOTNOTE_CORPUS="articles\nFOOTNOTE_CONTACT="x"\n', 1),
        ("FOOTNOTE_CORPUS=articles\nFOOTNOTE_CONTACT x\n", 2),
    ],
)
def test_a_line_that_cannot_be_read_is_named(
    text: str, line: int, capfd: pytest.CaptureFixture[str]
) -> None:
    Path(".env").write_text(text)
    with pytest.raises(SettingsError) as raised:
        load_settings()
    assert str(raised.value) == (
        f"line {line} of .env can't be read: write NAME=value there, the value with a quote at "
        "both ends or at none"
    )
    assert capfd.readouterr().err == ""


def test_a_file_of_100_000_lines_is_refused_at_once() -> None:
    Path(".env").write_text("".join(f"FOOTNOTE_X{number}=1\n" for number in range(100_000)))
    with pytest.raises(SettingsError, match=r"^\.env is larger than 64 KiB"):
        load_settings()


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ('DISCORD_TOKEN="s3cret\nFOOTNOTE_CORPUS="\n', "DISCORD_TOKEN"),
        ('FOOTNOTE_DATABASE="C:\\news\\footnote.db"\n', "FOOTNOTE_DATABASE"),
    ],
)
def test_a_value_of_several_lines_is_told_with_what_may_have_made_it(
    text: str, option: str
) -> None:
    Path(".env").write_text(text)
    with pytest.raises(SettingsError) as raised:
        load_settings()
    assert str(raised.value) == (
        f"{option} must be a single line (the quote behind it may be missing, or a \\n in "
        "double quotes may have been read as a line break): correct it or leave it out"
    )


@pytest.mark.parametrize("ending", ["\n", "\r", "\r\n"])
def test_a_line_break_behind_a_value_does_no_harm(
    monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setenv("FOOTNOTE_CONTACT", f"mailto:me@example.org{ending}")
    monkeypatch.setenv("FOOTNOTE_CORPUS", f"articles{ending}")
    monkeypatch.setenv("FOOTNOTE_LOG_LEVEL", f"DEBUG{ending}")
    settings = load_settings()
    assert settings.contact == "mailto:me@example.org"
    assert settings.corpus == Path("articles")
    assert settings.log_level == "DEBUG"


def test_a_value_that_no_file_can_be_called_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_CORPUS", "x" * 5000)
    with pytest.raises(SettingsError, match="x…, but must have at most 4,096 characters: correct"):
        load_settings()
