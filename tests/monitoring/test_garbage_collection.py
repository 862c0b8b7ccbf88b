from __future__ import annotations

import gc

import pytest

from bot.monitoring.garbage_collection import without_collection


@pytest.mark.parametrize("many", [False, True])
def test_only_many_objects_are_kept_from_the_collector_for_good(*, many: bool) -> None:
    frozen = gc.get_freeze_count()
    with without_collection():
        assert not gc.isenabled()
        made = [[number] for number in range(60_000 if many else 600)]
    assert gc.isenabled()
    assert (gc.get_freeze_count() > frozen + len(made) // 2) is many


def test_a_small_library_is_left_to_the_collector() -> None:
    with without_collection(100):
        assert gc.isenabled()


def test_the_collector_runs_again_whoever_ends_first() -> None:
    first, second = without_collection(), without_collection()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    second.__exit__(None, None, None)
    assert gc.isenabled()
