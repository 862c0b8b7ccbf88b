"""The metrics of the bot, for Prometheus."""

from __future__ import annotations

import time
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Info,
    ProcessCollector,
    generate_latest,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)


class Metrics:
    """The metrics of one run.

    Attributes:
        questions: The questions, by whether they were answered.
        reloads: The reloads, by their outcome.
        errors: The failures that no member caused.
    """

    def __init__(self) -> None:
        self._registry = _described_registry()
        self.questions = Counter(
            "footnote_questions", "Questions asked.", ("answered",), registry=self._registry
        )
        self.reloads = Counter(
            "footnote_reloads", "Reloads of the articles.", ("outcome",), registry=self._registry
        )
        self.errors = Counter(
            "footnote_errors", "Failures on Footnote's side.", registry=self._registry
        )
        self._latency = Histogram(
            "footnote_answer_seconds",
            "Time to find an answer.",
            buckets=_BUCKETS,
            registry=self._registry,
        )
        self._gauges = {
            name: Gauge(f"footnote_{name}", text, registry=self._registry)
            for name, text in (
                ("healthy", "1 where /healthz says ok."),
                ("passages", "Passages in service."),
                ("passages_to_embed", "Passages found by their words alone as yet."),
                ("articles", "Articles in service."),
                ("guilds", "Servers that the bot is in."),
                ("gateway_connected", "1 where the gateway is connected."),
                ("heartbeat_latency_seconds", "Time of the gateway's last heartbeat."),
            )
        }

        self._shards = Gauge(
            "footnote_shard",
            "1 for each shard that a process serves.",
            ("process", "shard"),
            registry=self._registry,
        )

    def note_shards(self, process: str, shards: Iterable[int]) -> None:
        """Set the gauge of the shards that this process serves.

        Args:
            process: What it is called.
            shards: The shards.
        """
        self._shards.clear()
        for shard in shards:
            self._shards.labels(process, str(shard)).set(1)

    @contextmanager
    def time_answer(self) -> Iterator[None]:
        """Measure the time that the block takes to find an answer."""
        start = time.perf_counter()
        yield
        self._latency.observe(time.perf_counter() - start)

    def note(self, **values: float) -> None:
        """Set gauges: ``passages``, ``articles``, ``guilds``, ``gateway_connected``, ….

        Raises:
            KeyError: There is no such gauge.
        """
        for name, value in values.items():
            self._gauges[name].set(value)

    def write(self) -> bytes:
        """Return all metrics in Prometheus' text format."""
        return generate_latest(self._registry)


def _described_registry() -> CollectorRegistry:
    """Return a registry that says which version runs, and what its process takes.

    That is memory, processor time, open files and the time of the start, where the system tells.
    """
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    build = Info("footnote_build", "The version that runs.", registry=registry)
    build.info({"version": _version()})
    return registry


def _version() -> str:
    """Return Footnote's version, or ``unknown`` where it was not installed as a package."""
    try:
        return version("footnote")
    except PackageNotFoundError:
        return "unknown"
