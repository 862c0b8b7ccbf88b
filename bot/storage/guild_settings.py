"""The settings of a server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

MAX_QUESTIONS = 100
"""The maximum of ``cooldown_questions``."""

MAX_SECONDS = 3600
"""The maximum of ``cooldown_seconds``."""

MAX_KEPT_DAYS = 30
"""The maximum of ``kept_days``."""


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """The settings of one server.

    Attributes:
        channels: The channels where mentions are answered; every channel if there are none.
        private: Whether only the asker sees the answer to ``/ask``, unless the asker chooses.
        feedback: Whether members can vote on answers.
        cooldown_questions: How many questions a member may ask in ``cooldown_seconds``; 0 for
            no limit.
        cooldown_seconds: The length of that time, in seconds.
        keep_questions: Whether the texts of questions without an answer are kept.
        kept_days: For how many days they are kept.
        report_channel: The channel that the report is sent to every week; 0 for none.
        forums: The forum channels in which new posts are answered.
        shared: Whether the articles that all servers share answer beside the server's own.
        channel_tags: For channels where only sources filed under a tag answer: the channel and
            the tag, with a space between.
    """

    channels: tuple[int, ...] = ()
    private: bool = False
    feedback: bool = True
    cooldown_questions: int = 5
    cooldown_seconds: int = 20
    keep_questions: bool = False
    kept_days: int = MAX_KEPT_DAYS
    report_channel: int = 0
    forums: tuple[int, ...] = ()
    shared: bool = True
    channel_tags: tuple[str, ...] = ()

    def tags_in(self, channels: Collection[int]) -> tuple[str, ...]:
        """Return the tags whose sources alone answer in a channel; none where all do.

        Args:
            channels: The channel, and the one that it is a thread of.
        """
        bound = (one.partition(" ") for one in self.channel_tags)
        return tuple(tag for channel, _, tag in bound if int(channel) in channels)

    def with_tag(self, channel: int, tag: str) -> tuple[str, ...]:
        """Return ``channel_tags`` with a channel bound to one tag, or to none if it is empty."""
        others = [one for one in self.channel_tags if one.partition(" ")[0] != str(channel)]
        return (*others, f"{channel} {tag}") if tag else tuple(others)


DEFAULTS = GuildSettings()
"""The settings of a server that has changed none, and of direct messages."""
