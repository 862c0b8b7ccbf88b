"""The error that is shown to the member who caused it."""

from __future__ import annotations

from discord import app_commands


class UserError(app_commands.AppCommandError):
    """A sentence for a member: what can't be done, and what can.

    Args:
        message: The sentence in English, as the catalogues have it.
        values: The values for the names in braces in it.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message.format_map(values))
        self.message = message
        self.values = values
