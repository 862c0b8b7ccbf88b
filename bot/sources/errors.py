"""The errors of operations on sources, as sentences for members."""

from __future__ import annotations

TOO_MANY_SOURCES = (
    "This server has {n} sources, the most it may have. Remove one first: `/sources list`."
)
TOO_MANY_PASSAGES = (
    "There is no room: this server's articles may have {n} passages together. Remove a source "
    "first: `/sources list`."
)
TOO_LARGE = "{name} is over 5 MiB: split it into several articles."
NOT_READ = "{name} can't be read: {reason}."
GONE = "That source is no longer here. `/sources list` shows those that are."
SEVERAL = "Several sources are called that. `/sources list` has a button for each."
NOT_BACK = "That source was removed more than a day ago, so it can't be brought back."
NOT_REFRESHED = "Only links and feeds can be read again."
NO_FEED = "{title} is no feed, so there is nothing to follow."
NOTHING_TO_READ = "Give a file, a link, a feed or a text."
NO_LINKS = "There is no link in that message."
KNOWN = "That is here already: {title}."
FAILED = "Reading it failed because of a bug in Footnote; it will be tried again later."
NOT_SMALL = "That is too large for one message: export one source at a time."
NOTHING_TO_EXPORT = "There is nothing to export: no article is in service."

REASONS = (
    TOO_MANY_SOURCES,
    TOO_MANY_PASSAGES,
    TOO_LARGE,
    NOT_READ,
    GONE,
    SEVERAL,
    NOT_BACK,
    NOT_REFRESHED,
    NO_FEED,
    NOTHING_TO_READ,
    NO_LINKS,
    KNOWN,
    FAILED,
    NOT_SMALL,
    NOTHING_TO_EXPORT,
)
"""All of them, for the catalogues."""


class SourceError(Exception):
    """Something that can't be done with a source.

    Attributes:
        message: The sentence in English, one of ``REASONS``.
        values: The values for the names in braces in it.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message.format_map(values))
        self.message = message
        self.values = values
