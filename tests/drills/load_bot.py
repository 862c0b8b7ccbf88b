"""The bot of the load drill, in a process of its own: it tells its figures on SIGUSR1."""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import signal
import sys
import threading
import time
import tracemalloc
from pathlib import Path

from bot.discord_app.app import App
from bot.discord_app.running.client import FootnoteBot
from bot.monitoring.garbage_collection import keep_from_collection
from bot.monitoring.stop_signal import stop_requested
from bot.open_service import open_service
from bot.settings import load_settings
from bot.storage.guild_settings import GuildSettings
from tests.local_discord.gateway import connected_to
from tests.local_discord.payloads import guild_id

_EVERY = 1.0
_AT_REST = 0.5


class Watch:
    """Time every callback that the event loop runs."""

    longest = 0.0

    def __init__(self) -> None:
        run = asyncio.Handle._run

        def timed(handle: asyncio.Handle) -> None:
            start = time.perf_counter()
            run(handle)
            self.longest = max(self.longest, time.perf_counter() - start)

        asyncio.Handle._run = timed  # type: ignore[method-assign, assignment]


async def serve(folder: Path, servers: int) -> None:
    """Serve until told to stop, and reload every second."""
    settings = load_settings(corpus=folder / "corpus", database=folder / "footnote.db")
    assert settings.token is not None
    async with open_service(settings) as service, FootnoteBot(App.over(service)) as bot:
        for server in range(servers):
            # The drill's members ask more quickly than any may.
            quick = GuildSettings(cooldown_questions=0)
            await service.stores.guilds.save(guild_id(server), quick)
        await service.shelves.shared.people()
        asked = asyncio.Event()
        with stop_requested(60.0) as stop:
            asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, asked.set)
            serving = asyncio.create_task(bot.start(settings.token.get_secret_value()))
            await bot.wait_until_ready()
            keep_from_collection()
            watch, reloads = Watch(), 0
            while not stop.is_set():
                if asked.is_set():
                    asked.clear()
                    figures = {"reloads": reloads, "blocked": watch.longest}
                    await bot.app.running.finish(60.0)
                    await bot.app.shelves.shared.settled()
                    await asyncio.sleep(_AT_REST)
                    sys.stdout.write(json.dumps({**figures, **resources()}) + "\n")
                    sys.stdout.flush()
                    await asyncio.sleep(0)  # what was done here is no callback of the bot's
                    watch.longest, reloads = 0.0, 0
                note = f"Another note\n\nNote {time.perf_counter()} says that it rained again.\n"
                await asyncio.to_thread((folder / "corpus" / "note.txt").write_text, note)
                await service.shelves.shared.reload()
                reloads += 1
                waits = [asyncio.create_task(event.wait()) for event in (stop, asked)]
                await asyncio.wait(waits, timeout=_EVERY, return_when=asyncio.FIRST_COMPLETED)
                for wait in waits:
                    wait.cancel()
        await bot.close()
        await serving


def resources() -> dict[str, float]:
    """Count what the process holds when it has nothing to do."""
    gc.collect()
    figures: dict[str, float] = {
        "tasks": len(asyncio.all_tasks()),
        "threads": threading.active_count(),
        "CPU seconds": round(time.process_time(), 1),
    }
    if Path("/proc/self/statm").exists():
        opened = [str(one.readlink()) for one in _links(Path("/proc/self/fd"))]
        # Connections to Discord are kept for the next requests, as many as there were at once.
        figures["connections"] = sum(one.startswith("socket:") for one in opened)
        figures["files"] = len(opened) - figures["connections"]
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        figures["resident MB"] = round(pages * os.sysconf("SC_PAGE_SIZE") / 1e6, 1)
    if tracemalloc.is_tracing():
        figures["MB"] = round(tracemalloc.get_traced_memory()[0] / 1e6, 2)
    return figures


def _links(folder: Path) -> list[Path]:
    """List the links of a folder, but for that of the look itself."""
    return [one for one in list(folder.iterdir()) if one.is_symlink()]


def main() -> None:
    """Serve as the drill asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("folder", type=Path)
    parser.add_argument("servers", type=int)
    parser.add_argument("--memory", action="store_true")
    arguments = parser.parse_args()
    if arguments.memory:
        tracemalloc.start()
    with connected_to(arguments.address):
        asyncio.run(serve(arguments.folder, arguments.servers))


if __name__ == "__main__":
    main()
