"""The user agent: the bot's name, a contact, and its source repository."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata

AGENT = "Footnote"
"""The name of the bot in ``robots.txt`` files."""

ABOUT = "Discord bot that quotes articles and links to them"
"""What sites find in the bot's name, whoever runs it."""

DISTRIBUTION = "footnote"
"""The package whose metadata names the repository."""

# As the packaging guide's “well-known project URLs” have them, without spaces and signs.
_LABELS = frozenset({"repository", "source", "sourcecode", "github"})
_NOT_IN_LABEL = re.compile(r"[\W_]")
_ADDRESS = re.compile(r"https?://[!-~]{1,200}")


def repository_of(distribution: str = DISTRIBUTION) -> str | None:
    """Return where an installed package's source is kept, if its metadata names that.

    Args:
        distribution: The package.
    """
    try:
        named: list[str] = metadata(distribution).get_all("Project-URL") or []
    except PackageNotFoundError:
        return None
    for one in named:
        label, _, address = one.partition(",")
        address = address.strip()
        if _NOT_IN_LABEL.sub("", label).lower() in _LABELS and _ADDRESS.fullmatch(address):
            return address
    return None


def user_agent(contact: str | None, repository: str | None) -> str:
    """Return the user agent that sites see.

    Args:
        contact: An address to ask whose bot it is.
        repository: Where its source is kept.
    """
    about = "; ".join(
        [ABOUT, *([repository] if repository else []), *([f"+{contact}"] if contact else [])]
    )
    return f"{AGENT}/0.1 ({about})"
