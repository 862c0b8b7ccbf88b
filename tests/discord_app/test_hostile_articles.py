"""What an article's author could try on those who read a quotation of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.discord_app.conftest import let_be_unsure, open_newsroom
from tests.discord_app.reading import read, told

if TYPE_CHECKING:
    from pathlib import Path

    import simcord

HIDDEN = {*"\u202e\u2066\u200f\u00ad\U000e0041"}

TRICKS = {
    "everyone": "The zeppelin pilot shouted @everyone and @here loudly.",
    "mention": "The zeppelin pilot wrote <@1> and <@&2> and <#3> on it.",
    "time": "The zeppelin pilot left at <t:1> or <t:1:R> at most.",
    "link": "The zeppelin pilot is at [x](javascript:alert(1)) and [free](https://evil.example).",
    "address": "The zeppelin pilot is at https://evil.example/login today.",
    "code": "The zeppelin pilot ```typed``` some `code` there ```",
    "list": "1. The zeppelin pilot begins a list.",
    "dash": "- The zeppelin pilot begins a list.",
    "heading": "# The zeppelin pilot shouts.",
    "small": "-# The zeppelin pilot whispers.",
    "quote": "> The zeppelin pilot is quoted.",
    "spoiler": "The zeppelin pilot ||hides|| and ~~strikes~~ **bold** __under__ *it*.",
    "emoji": "The zeppelin pilot <:laughs:123456789012345678> </ask:123456789012345678> a lot.",
    "right to left": "The zeppelin pilot \u202egnorw\u202c \u2066x\u2069 \u200fis\u200e here.",
    "invisible": "The zepp\u200belin pi\u00adlot zeppelin pilot \U000e0041\U000e0042 hides.",
    "long": "The zeppelin pilot " + "*" * 5000 + " flew.",
    "long words": "The zeppelin pilot flew " + "over the sea and " * 300 + "home.",
    "backslashes": "The zeppelin pilot typed " + "\\" * 3000 + " here.",
}


LIVE = ("@everyone", "@here", " <@", " <#", " <t:", "](", "```", "||", " https://")
AT_THE_BEGINNING = ("1.", "- ", "# ", "-# ", "> ")


@pytest.mark.parametrize("trick", TRICKS)
async def test_a_quotation_neither_pings_nor_breaks_the_message(
    tmp_path: Path, trick: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    title = f"Zeppelin {TRICKS[trick]}"[:250]
    said = f"{TRICKS[trick]} Nobody else was there."
    (corpus / "z.txt").write_text(f"{title}\n\n{said}\n\nAnother paragraph is here.\n")
    async with open_newsroom(corpus, tmp_path / "footnote.db") as room:
        asked = await room.reader.slash(room.channel, "ask", question="zeppelin pilot")
        around = await room.reader.click(told(asked), label="Context")
        condensed = await room.reader.slash(room.channel, "summary", article="z")
        about = await room.reader.slash(room.channel, "summary", topic="zeppelin pilot")
        listed = await room.reader.slash(room.channel, "articles")
        let_be_unsure(monkeypatch)
        unsure = await room.reader.slash(room.channel, "ask", question="zeppelin pilot")
        for result in (asked, around, condensed, about, listed, unsure):
            assert_harmless(result)
        copied = read(await room.reader.click(told(asked), label="Copy quotation"))
        assert copied.startswith("```\n“")
        assert copied.count("`") == 6
        assert not set(copied) & HIDDEN
        for request in room.env.http_requests:
            body = request.json if isinstance(request.json, dict) else {}
            message = body.get("data", body)
            if isinstance(message, dict) and message.get("components"):
                assert message.get("allowed_mentions", {"parse": []})["parse"] == []


def assert_harmless(result: simcord.InteractionResult) -> None:
    """Check that nothing in an article works as Discord's markup."""
    for text in read(result, "\0").split("\0"):
        for live in LIVE:
            assert live not in text.replace("\\" + live.strip(), ""), live
        assert not set(text) & HIDDEN
        for line in text.splitlines():
            said = line.removeprefix("### ").removeprefix("-# ").removeprefix("> ")
            assert not said.startswith(AT_THE_BEGINNING)
