"""Fair use: a member may ask so many questions in a time, and one at a time."""

from __future__ import annotations

import math
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from discord import app_commands

from bot.discord_app.user_error import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.storage.guild_settings import GuildSettings

_Member = tuple[int | None, int]
_MOST_KNOWN = 10_000
# An answer that takes longer never comes, and must not lock its asker out.
_STUCK_AFTER = 30.0


class FairUse:
    """Says when a member has to wait.

    Args:
        clock: Returns the time in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._cooldowns: dict[_Member, app_commands.Cooldown] = {}
        self._asking: dict[_Member, float] = {}

    @contextmanager
    def turn(self, guild_id: int | None, user_id: int, settings: GuildSettings) -> Iterator[None]:
        """Hold a member's turn while a question is being answered.

        Args:
            guild_id: The server; ``None`` in a direct message.
            user_id: The member.
            settings: The server's settings.

        Raises:
            UserError: The member has to wait; the sentence says how long.
        """
        member = (guild_id, user_id)
        now = self._clock()
        if now - self._asking.get(member, -_STUCK_AFTER) < _STUCK_AFTER:
            raise UserError("One question at a time: your last one is still being answered.")
        self._wait(member, settings)
        self._asking[member] = now
        try:
            yield
        finally:
            if self._asking.get(member) == now:
                del self._asking[member]

    def _wait(self, member: _Member, settings: GuildSettings) -> None:
        if not settings.cooldown_questions:
            return
        rate, per = settings.cooldown_questions, float(settings.cooldown_seconds)
        cooldown = self._cooldowns.get(member)
        if cooldown is None or (cooldown.rate, cooldown.per) != (rate, per):
            self._forget_idle()
            cooldown = self._cooldowns[member] = app_commands.Cooldown(rate, per)
        left = cooldown.update_rate_limit(self._clock())
        if left:
            raise UserError(
                "You are quick! Ask again in {seconds} s, so that everybody gets a turn.",
                seconds=math.ceil(left),
            )

    def _forget_idle(self) -> None:
        """Drop the members who could ask at once anyway, when many are known."""
        if len(self._cooldowns) < _MOST_KNOWN:
            return
        now = self._clock()
        self._cooldowns = {
            member: cooldown
            for member, cooldown in self._cooldowns.items()
            if cooldown.get_tokens(now) < cooldown.rate
        }
