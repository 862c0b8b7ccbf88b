"""A process of the bot in a cluster, for drills: one that is started to be killed."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.discord_app.running.live import run_live
from bot.monitoring.log import set_up_log
from bot.settings import load_settings
from tests.local_discord.gateway import connected_to
from tests.local_discord.server import TOKEN

if TYPE_CHECKING:
    from collections.abc import Mapping


class BotProcess:
    """A process of the bot.

    Args:
        discord: The local Discord's address.
        folder: Where the articles are, and where its log goes.
        database: The database's address.
        name: What its log is called.
        options: Further settings.
    """

    def __init__(
        self,
        discord: str,
        folder: Path,
        database: str,
        name: str,
        options: Mapping[str, str] | None = None,
    ) -> None:
        self._discord = discord
        self._folder = folder
        self.name = name
        self._environment = {
            **os.environ,
            "DISCORD_TOKEN": TOKEN,
            "FOOTNOTE_CORPUS": str(folder / "corpus"),
            "FOOTNOTE_DATABASE": database,
            "FOOTNOTE_MEANING": "off",
            **(options or {}),
        }
        self._starts = 0
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it; it joins the cluster a few seconds later."""
        self._starts += 1
        with (self._folder / f"{self.name}.log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "tests.drills.cluster.process",
                self._discord,
                stdout=log,
                stderr=log,
                env=self._environment,
                cwd=Path(__file__).parents[3],
            )

    async def end(self, how: signal.Signals = signal.SIGKILL) -> int:
        """End it and wait until it has; return its exit status."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.send_signal(how)
        return await self._process.wait()

    async def serves(self, within: float = 60.0) -> None:
        """Wait until it has joined the cluster.

        Raises:
            TimeoutError: It has not, within so many seconds.
        """
        async with asyncio.timeout(within):
            while self.log.count("joined as process") < self._starts:  # noqa: ASYNC110
                await asyncio.sleep(0.1)

    @property
    def megabytes(self) -> float:
        """The memory that it takes, in MB; on Linux."""
        assert self._process is not None
        pages = int(Path(f"/proc/{self._process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    @property
    def core_seconds(self) -> float:
        """The seconds of a core that it has taken; on Linux."""
        assert self._process is not None
        # The name, which may have spaces in it, stands in brackets.
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")

    @property
    def runs(self) -> bool:
        """Whether it is running."""
        return self._process is not None and self._process.returncode is None

    @property
    def log(self) -> str:
        """What it has logged."""
        return (self._folder / f"{self.name}.log").read_text(encoding="utf-8")


def main() -> None:
    """Run the bot against a Discord on another address."""
    settings = load_settings()
    set_up_log("INFO", "text", None)
    with connected_to(sys.argv[1]):
        asyncio.run(run_live(settings, print))


if __name__ == "__main__":
    main()
