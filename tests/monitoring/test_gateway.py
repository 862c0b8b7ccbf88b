from __future__ import annotations

import pytest

from bot.monitoring.gateway import GatewayDeadError, GatewayWatch


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_is_connected_when_every_shard_is_and_again_on_resume() -> None:
    clock = Clock()
    watch = GatewayWatch(clock)
    seen = [watch.connected]
    for note, shard in ((watch.up, 0), (watch.up, 1), (watch.down, 1), (watch.down, 1)):
        note(shard)
        seen.append(watch.connected)
        clock.now += 7
    assert seen == [False, True, True, False, False]
    assert watch.dead_for() == 14
    watch.up(1)
    assert watch.connected
    assert watch.dead_for() == 0


async def test_a_gateway_that_is_dead_for_too_long_ends_the_process() -> None:
    clock = Clock()
    watch = GatewayWatch(clock)
    watch.up(0)
    watch.down(0)
    clock.now += 301
    with pytest.raises(GatewayDeadError, match="dead for 301 s"):
        await watch.until_dead(look_every=0)


async def test_one_that_never_connects_ends_it_too() -> None:
    clock = Clock()
    watch = GatewayWatch(clock)
    clock.now += 300
    with pytest.raises(GatewayDeadError):
        await watch.until_dead(look_every=0)
