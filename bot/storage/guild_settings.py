"""The settings of a server."""

from __future__ import annotations

from dataclasses import dataclass

MAX_KEPT_DAYS = 30
"""The most days that the texts of questions can be kept."""


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


DEFAULTS = GuildSettings()
"""The settings of a server that has changed none, and of direct messages."""
