"""How English says that somebody denies a charge."""

from __future__ import annotations

import re

DENIES = re.compile(
    r"\b(?:den(?:ies|ied|ying) (?!access|entry|permission|boarding|bail|treatment|asylum)"
    r"|plead(?:s|ed|ing) not guilty"
    r"|(?:reject|dismiss|disput)(?:s|es|ed) (?:the|that|this|those|these|any|all|such|his|her|its|"
    r"their) (?:[a-z]{1,15} ){0,2}(?:accusation|allegation|account|charge|claim|criticism|picture|"
    r"report|suggestion|version)s?)\b"
)
"""Matches where a charge is denied, or what was said is rejected."""
