"""English sentences that need the one before them to be understood."""

from __future__ import annotations

import re

from bot.language.english.name_words import SPEECH_VERBS

LEANING_OPENING = re.compile(
    r"\A[\"“«‘]?(?:And|But|Or|So|Then|Also|It|Its|This|That|These|Those|However|Instead|Moreover|"
    r"Therefore|Another)\b"
)
"""Matches the start of a sentence that continues the one before it."""

_SAID = rf"(?:\w+ly |also |then )?(?:{'|'.join(sorted(SPEECH_VERBS))})"
NEEDS_ANTECEDENT = re.compile(
    rf"[”\"»],? (?:(?:he|she|they|the latter|the former) {_SAID}|{_SAID} (?:he|she|they))\b"
    r"|\A[“\"«]?(?:He|She|They|His|Her|Their|The latter|The former)\b"
    rf"|, (?:he|she|they) {_SAID}[.,]"
    r"|\A(?:Some|Others|Many|Most|Both|None|All|Neither|Several) (?:of (?:them|these|those)|are|"
    r"was|were|have|had|will|would|two|three|[a-z]{3,12}ed)\b"
    r"|\b(?:in|at|since|by|from) that (?:time|day|point|moment|night|year)\b"
    r"|\b(?:that|this|these|those) (?:accusation|allegation|argument|assertion|charge|claim|"
    r"criticism|demand|description|idea|offer|picture|proposal|report|suggestion|view)s?\b"
    r"|\A[“\"«]?(?:It|Its|This|That|These|Those|But|And|Or|So|However|Instead)\b"
    r"|\A(?:After|Also|Although|And|As|At|Before|But|By|Despite|During|Earlier|For|From|If|In|"
    r"Instead|Last|Later|Meanwhile|Now|On|Once|Since|So|Still|Then|Though|Today|Until|When|While|"
    r"With|Yesterday|Yet),? (?:[a-z]+ ){0,3}(?:he|she|his|her)\b"
)
"""Matches a sentence whose subject, speaker or contrast only the one before it names."""
