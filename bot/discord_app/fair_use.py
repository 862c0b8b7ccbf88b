"""Fair use: each member has an allowance per period, and one question at a time."""

from __future__ import annotations

import logging
import math
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.discord_app.user_error import UserError
from bot.storage.errors import DatabaseError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.storage.allowances import Allowances
    from bot.storage.guild_settings import GuildSettings

log = logging.getLogger(__name__)

QUESTION = 1.0
"""The cost of a question, and of other work of the same size: a summary, a person's card."""

GLANCE = 0.25
"""The cost of showing what has been found already: a page, a context, a vote."""

NOTICE_EVERY = 60.0
"""Seconds between two notices to a member who has to wait, where others would see them too."""

_Member = tuple[int | None, int]
_MOST_KNOWN = 10_000
"""The number of members above which expired allowances are dropped."""

# Seconds after which an answer counts as lost, so that it doesn't lock its asker out.
_STUCK_AFTER = 30.0


class MustWaitError(UserError):
    """A member has to wait; the message says how long."""


@dataclass(slots=True)
class _Allowance:
    """What a member has spent since a moment, in a period that ends at another."""

    since: float
    until: float
    spent: float = 0.0


class FairUse:
    """Says when a member has to wait.

    Args:
        clock: Returns the time in seconds.
        shared: Counts over all processes what this one counts in memory; while it does not
            answer, each process counts for itself.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, shared: Allowances | None = None
    ) -> None:
        self._clock = clock
        self._shared = shared
        self._allowances: dict[_Member, _Allowance] = {}
        self._asking: dict[_Member, float] = {}
        self._noticed: dict[_Member, float] = {}

    async def pay(
        self,
        guild_id: int | None,
        user_id: int,
        settings: GuildSettings,
        cost: float = QUESTION,
    ) -> None:
        """Charge a member's allowance, which the server's settings determine.

        Args:
            guild_id: The server; ``None`` in a direct message.
            user_id: The member.
            settings: The server's settings.
            cost: What is taken.

        Raises:
            MustWaitError: Not enough of the allowance is left; the message says how long to wait.
        """
        limit, length = settings.cooldown_questions, float(settings.cooldown_seconds)
        if not limit or not cost:
            return
        now = self._clock()
        allowance = self._allowances.get((guild_id, user_id))
        if allowance is None or now - allowance.since >= length:
            self._forget_full(now)
            allowance = self._allowances[guild_id, user_id] = _Allowance(now, now + length)
        if allowance.spent and allowance.spent + cost > limit:
            raise _too_quick(allowance.since + length - now)
        allowance.spent += cost
        if self._shared is None:
            return
        try:
            wait = await self._shared.spend(guild_id, user_id, settings, cost)
        except DatabaseError as error:
            log.info("fair use is counted in this process alone: %s", error)
            return
        if wait:
            allowance.spent -= cost
            raise _too_quick(wait)

    @asynccontextmanager
    async def turn(
        self, guild_id: int | None, user_id: int, settings: GuildSettings
    ) -> AsyncIterator[None]:
        """Keep a member's turn while a question is being answered.

        Args:
            guild_id: The server; ``None`` in a direct message.
            user_id: The member.
            settings: The server's settings.

        Raises:
            MustWaitError: The member has to wait; the message says how long.
        """
        member = (guild_id, user_id)
        now = self._clock()
        if now - self._asking.get(member, -_STUCK_AFTER) < _STUCK_AFTER:
            raise MustWaitError("One question at a time: your last one is still being answered.")
        self._asking[member] = now
        try:
            await self.pay(guild_id, user_id, settings)
            yield
        finally:
            if self._asking.get(member) == now:
                del self._asking[member]

    def may_notice(self, guild_id: int | None, user_id: int) -> bool:
        """Return whether to tell a member who has to wait, which is done once in a while.

        Notices use up what Discord lets the bot say in a channel, and answers come first.

        Args:
            guild_id: The server; ``None`` in a direct message.
            user_id: The member.
        """
        member, now = (guild_id, user_id), self._clock()
        if now - self._noticed.get(member, -NOTICE_EVERY) < NOTICE_EVERY:
            return False
        if len(self._noticed) >= _MOST_KNOWN:
            self._noticed = {
                one: told for one, told in self._noticed.items() if now - told < NOTICE_EVERY
            }
        self._noticed[member] = now
        return True

    def _forget_full(self, now: float) -> None:
        """Drop the allowances whose period is over, when many are known.

        Periods are as long as each server has set.
        """
        if len(self._allowances) < _MOST_KNOWN:
            return
        self._allowances = {
            member: allowance
            for member, allowance in self._allowances.items()
            if now < allowance.until
        }


def _too_quick(seconds: float) -> MustWaitError:
    return MustWaitError(
        "You are quick! Try again in {seconds} s, so that everybody gets a turn.",
        seconds=math.ceil(seconds),
    )
