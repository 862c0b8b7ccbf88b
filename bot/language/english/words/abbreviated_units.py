"""The units and numbers that newsrooms abbreviate: *2 mln dlrs*, *10 pct*, *3bn*."""

from __future__ import annotations

SPELT_OUT: dict[str, str] = {
    "mln": "million",
    "mlns": "millions",
    "mn": "million",
    "bln": "billion",
    "blns": "billions",
    "bn": "billion",
    "trln": "trillion",
    "trn": "trillion",
    "dlr": "dollar",
    "dlrs": "dollars",
    "pct": "percent",
    "cts": "cents",
    "stg": "sterling",
    "bpd": "barrels per day",
}
"""What each abbreviation stands for, in lower case."""
