"""The marks at the beginning of list items and table rows."""

from __future__ import annotations

import re

LIST_ITEM = re.compile(r"(?:[-*+•–—]|\d{1,3}[.)])\s++")
"""The mark that an item of a list begins with, and the space after it."""

ROW_HEADER = re.compile(r"[^:;\n]{1,60}: ")
"""What a row of a table begins with: the header of its first cell."""
