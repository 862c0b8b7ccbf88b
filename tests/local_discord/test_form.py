from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import SHARED
from tests.local_discord.form import find_problem_with

TEXT = {"type": 10, "content": "Hello."}
V2 = 1 << 15
MESSAGES = "/channels/3000/messages"


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        ({"components": [TEXT], "flags": V2}, None),
        ({"components": [TEXT]}, "require the components_v2 message flag"),
        ({"components": [TEXT], "flags": V2, "content": "Hello."}, "cannot contain content"),
        ({"components": [TEXT] * 41, "flags": V2}, MESSAGES),
        ({"components": [{"type": 17, "components": [TEXT] * 40}], "flags": V2}, "at most 40"),
        ({"components": [{**TEXT, "content": ""}], "flags": V2}, "not valid"),
        ({"components": [{**TEXT, "content": "x" * 2001}] * 2, "flags": V2}, "4000"),
    ],
)
def test_a_message_is_refused_where_discord_refuses_it(
    message: dict[str, Any], problem: str | None
) -> None:
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, which is not here")
    found = find_problem_with("POST", MESSAGES, message)
    assert (problem or "") in (found or "")
    assert (found is None) == (problem is None)
