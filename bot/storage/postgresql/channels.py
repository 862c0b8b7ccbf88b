"""The channels on which processes notify each other."""

from __future__ import annotations

ARTICLES = "footnote_articles"
"""A scope's articles have changed; the payload is the scope and its version, as JSON."""

SETTINGS = "footnote_settings"
"""A server's settings have changed; the payload is the server and the version, as JSON."""
