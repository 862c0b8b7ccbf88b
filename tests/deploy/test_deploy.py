"""The files for running the bot for long are what systemd and containers take."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
import yaml

from bot.discord_app.running.live import DRAINED_WITHIN
from bot.ingest.workers.worker import MEMORY
from bot.monitoring.stop_signal import STOP_WITHIN
from bot.settings import Settings
from bot.storage.guild_settings import MAX_KEPT_DAYS
from bot.storage.postgresql import migrations as postgresql_migrations
from bot.storage.sqlite import migrations as sqlite_migrations
from tests.conftest import PROJECT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.storage.migration import Migration

DEPLOY = PROJECT / "bot" / "deploy"
UNIT = (DEPLOY / "footnote.service").read_text(encoding="utf-8")
CONTAINER = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
OPTIONS = {str(field.validation_alias) for field in Settings.model_fields.values()}


def loaded(name: str) -> Any:
    return yaml.safe_load((DEPLOY / name).read_text(encoding="utf-8"))


@pytest.fixture(params=["compose.yaml", "compose.sqlite.yaml"])
def compose(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = loaded(request.param)
    return found


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "footnote.service"
    unit.write_text(UNIT.replace("/opt/footnote/.venv/bin/python", sys.executable))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", str(unit)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    if "No such file or directory" in done.stderr and "footnote" not in done.stderr:
        pytest.skip(f"systemd-analyze can't run here: {done.stderr.strip()}")
    assert "footnote.service" not in done.stderr, done.stderr
    assert done.returncode == 0, done.stderr


def test_the_unit_starts_the_bot_with_settings_that_exist() -> None:
    assert re.search(r"^ExecStart=\S+/python run_bot\.py run$", UNIT, re.MULTILINE)
    names = set(re.findall(r"^Environment=(FOOTNOTE_\w+)", UNIT, re.MULTILINE))
    assert names
    assert names <= OPTIONS


def test_the_container_is_made_of_what_is_here_and_runs_without_rights() -> None:
    for sources in re.findall(r"^COPY (.+) \S+$", CONTAINER, re.MULTILINE):
        for source in sources.split():
            assert source != ".", "a folder's .env would come along"
            assert (PROJECT / source).exists(), source
    lines = CONTAINER.splitlines()
    assert lines.index("USER footnote") < lines.index('CMD ["python", "run_bot.py", "run"]')
    names = set(re.findall(r"(FOOTNOTE_\w+)=", CONTAINER))
    assert names
    assert names <= OPTIONS
    assert "DISCORD_TOKEN" not in CONTAINER


def test_the_container_keeps_its_database_in_its_volume() -> None:
    (volume,) = re.findall(r"^VOLUME (\S+)$", CONTAINER, re.MULTILINE)
    assert f"FOOTNOTE_DATABASE={volume}/" in CONTAINER
    assert f"-o footnote {volume}" in CONTAINER


def test_compose_builds_this_container_and_gives_it_no_more_than_it_needs(
    compose: dict[str, Any],
) -> None:
    service = compose["services"]["footnote"]
    context = (DEPLOY / service["build"]["context"]).resolve()
    assert context == PROJECT
    assert (context / service["build"]["dockerfile"]).is_file()
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "ports" not in service
    assert set(service["environment"]) <= OPTIONS
    named = {volume.partition(":")[0] for volume in service["volumes"]}
    (corpus,) = named - set(compose["volumes"])
    assert (DEPLOY / corpus).resolve() == PROJECT / "corpus"
    every = [v.partition(":")[0] for one in compose["services"].values() for v in one["volumes"]]
    assert set(compose["volumes"]) <= set(every)


def test_compose_starts_postgresql_first_and_two_processes_over_it() -> None:
    services = loaded("compose.yaml")["services"]
    bot, database = services["footnote"], services["postgres"]
    assert bot["depends_on"] == {"postgres": {"condition": "service_healthy"}}
    assert database["healthcheck"]["test"][1] == "pg_isready"
    assert bot["deploy"]["replicas"] == 2
    address = urlsplit(bot["environment"]["FOOTNOTE_DATABASE"])
    user = database["environment"]["POSTGRES_USER"]
    assert (address.scheme, address.hostname, address.username) == ("postgresql", "postgres", user)
    # PostgreSQL names a database after its user unless it is told otherwise.
    assert address.path == f"/{user}"
    assert "ports" not in database


def test_compose_holds_no_password() -> None:
    text = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    for value in re.findall(r"POSTGRES_PASSWORD: (.+)|footnote:(\S+)@", text):
        assert "".join(value).startswith("${POSTGRES_PASSWORD")


@pytest.mark.parametrize(
    ("name", "within"),
    [("compose.yaml", STOP_WITHIN + DRAINED_WITHIN), ("compose.sqlite.yaml", STOP_WITHIN)],
)
def test_compose_waits_until_the_bot_has_stopped(name: str, within: float) -> None:
    grace = loaded(name)["services"]["footnote"]["stop_grace_period"]
    assert int(grace.removesuffix("s")) > within + 1


def test_the_health_check_asks_the_port_that_is_served(compose: dict[str, Any]) -> None:
    service = compose["services"]["footnote"]
    port = service["environment"]["FOOTNOTE_MONITOR_PORT"]
    assert f"http://127.0.0.1:{port}/healthz" in " ".join(service["healthcheck"]["test"])


@pytest.fixture
def pod() -> dict[str, Any]:
    stateful_set, _ = yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text(encoding="utf-8"))
    found: dict[str, Any] = stateful_set["spec"]["template"]["spec"]
    return found


def test_kubernetes_finds_the_pods_that_it_makes() -> None:
    objects = [*yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text(encoding="utf-8"))]
    assert [(one["apiVersion"], one["kind"]) for one in objects] == [
        ("apps/v1", "StatefulSet"),
        ("policy/v1", "PodDisruptionBudget"),
    ]
    labels = objects[0]["spec"]["template"]["metadata"]["labels"]
    for one in objects:
        assert one["spec"]["selector"]["matchLabels"] == labels
    assert objects[0]["spec"]["replicas"] > objects[1]["spec"]["maxUnavailable"] > 0


def test_kubernetes_gives_the_pod_what_it_mounts_and_no_more_than_it_needs(
    pod: dict[str, Any],
) -> None:
    (container,) = pod["containers"]
    assert {one["name"] for one in container["env"]} <= OPTIONS
    assert [mount["name"] for mount in container["volumeMounts"]] == [
        volume["name"] for volume in pod["volumes"]
    ]
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }


def test_kubernetes_waits_until_the_bot_has_stopped_and_asks_the_port_that_is_served(
    pod: dict[str, Any],
) -> None:
    assert pod["terminationGracePeriodSeconds"] > STOP_WITHIN + DRAINED_WITHIN + 1
    (container,) = pod["containers"]
    environment = {one["name"]: one["value"] for one in container["env"]}
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        command = container[probe]["exec"]["command"]
        assert command[:2] == ["python", "-c"]
        compile(command[2], probe, "exec")
        assert environment["FOOTNOTE_MONITOR_PORT"] in command[2]


def test_a_first_start_that_takes_minutes_is_waited_for(pod: dict[str, Any]) -> None:
    (container,) = pod["containers"]
    startup = container["startupProbe"]
    assert startup["exec"] == container["livenessProbe"]["exec"]
    assert startup["periodSeconds"] * startup["failureThreshold"] >= 600


def test_a_container_may_take_what_the_bot_is_allowed_to(pod: dict[str, Any]) -> None:
    # What it takes itself, the articles of servers, and the process that reads files.
    needed = 300 + Settings.model_fields["memory"].default + MEMORY // 1024**2
    (container,) = pod["containers"]
    assert container["resources"]["limits"]["memory"] == "4Gi"
    for name in ("compose.yaml", "compose.sqlite.yaml"):
        made = yaml.safe_load((DEPLOY / name).read_text(encoding="utf-8"))
        limits = made["services"]["footnote"]["deploy"]["resources"]["limits"]
        assert limits["memory"] == "4g"
    assert needed <= 3 * 1024


def test_the_container_has_what_postgresql_needs() -> None:
    assert 'pip install --no-cache-dir ".[postgres]"' in CONTAINER


TEXTS = sorted((DEPLOY / "directory").glob("*.md"))


def test_every_placeholder_of_the_directorys_texts_is_explained() -> None:
    explained = set(re.findall(r"`(\{[A-Z_]+\})`", (DEPLOY / "README.md").read_text("utf-8")))
    used = {name for text in TEXTS for name in re.findall(r"\{[A-Z_]+\}", text.read_text("utf-8"))}
    assert len(TEXTS) == 3
    assert used == explained


def test_the_description_keeps_to_discords_limits() -> None:
    text = (DEPLOY / "directory" / "description.md").read_text("utf-8")
    sections = [section.partition("\n") for section in text.split("\n## ")[1:]]
    limits = [
        (title.partition("(")[2].removesuffix(" characters)"), said)
        for title, _, said in sections
        if title.endswith(" characters)")
    ]
    assert len(limits) == 2
    for limit, described in limits:
        assert len(described.strip()) <= int(limit.replace(",", "")) * 0.9


def test_the_privacy_policy_names_the_setting_and_the_longest_time() -> None:
    text = (DEPLOY / "directory" / "privacy.md").read_text("utf-8")
    assert "`keep_questions`" in text
    assert f"{MAX_KEPT_DAYS} days at the most" in text


# What each table keeps, in the words of the policy; those with none know nothing of anybody.
TOLD = {
    "answers": "the ids of the server, the channel, the question's message",
    "votes": "Votes, with the voter's id and the page",
    "guild_settings": "its settings, among them channels",
    "question_counts": "how many questions were asked and answered",
    "weekly_reports": "when the last weekly report was sent",
    "unanswered_questions": "with the day and how often, without who asked",
    "sources": "with who added them and when",
    "announcements": "what was announced in which channel",
    "host_rests": "Which sites asked to be left alone for a while",
    "purses": "How many questions a member asked within the server's limit",
}
OF_ARTICLES = {"articles", "removals", "passages", "analyses", "embeddings", "source_entries"}
OF_THE_BOT = {
    *("shelf_versions", "synced_commands", "settings_version"),
    *("leases", "processes", "shards", "identified"),
}


def tables_of(migrations: Sequence[Migration]) -> set[str]:
    """Return the tables that are there once all migrations have run."""
    tables: set[str] = set()
    for statement in (one for migration in migrations for one in migration.statements):
        words = statement.replace("UNLOGGED ", "").split()
        if words[:2] == ["CREATE", "TABLE"]:
            tables.add(words[2])
        elif words[:2] == ["DROP", "TABLE"]:
            tables.remove(words[2])
        elif words[:2] == ["ALTER", "TABLE"] and words[3:5] == ["RENAME", "TO"]:
            tables.remove(words[2])
            tables.add(words[5])
    return tables


def test_the_privacy_policy_covers_every_table_of_both_databases() -> None:
    kept = tables_of(sqlite_migrations.MIGRATIONS) | tables_of(postgresql_migrations.MIGRATIONS)
    assert kept == TOLD.keys() | OF_ARTICLES | OF_THE_BOT
    policy = (DEPLOY / "directory" / "privacy.md").read_text("utf-8")
    assert [table for table, said in TOLD.items() if said not in policy] == []


def test_no_table_that_the_policy_leaves_out_knows_of_members_or_channels() -> None:
    for migrations in (sqlite_migrations.MIGRATIONS, postgresql_migrations.MIGRATIONS):
        for statement in (one for migration in migrations for one in migration.statements):
            if re.search(r"\b(?:user|asker|member|author|channel|message|guild)_id\b", statement):
                assert any(re.search(rf"\b{table}\b", statement) for table in TOLD), statement
