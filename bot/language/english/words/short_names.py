"""English short forms of given names that aren't prefixes of the long ones."""

from __future__ import annotations

from bot.language.plain_text import word_set

SHORT_NAMES = {
    short: word_set(long)
    for short, long in (
        ("mike", "michael"),
        ("bill", "william"),
        ("will", "william"),
        ("bob", "robert"),
        ("rob", "robert"),
        ("jim", "james"),
        ("tom", "thomas"),
        ("joe", "joseph"),
        ("tony", "anthony antony"),
        ("dick", "richard"),
        ("rick", "richard"),
        ("ted", "edward theodore"),
        ("ed", "edward edwin"),
        ("dave", "david"),
        ("andy", "andrew"),
        ("kate", "katherine catherine"),
        ("liz", "elizabeth"),
        ("beth", "elizabeth"),
        ("maggie", "margaret"),
        ("larry", "lawrence"),
        ("jon", "jonathan"),
        ("chuck", "charles"),
        ("hank", "henry"),
        ("jack", "john"),
        ("peggy", "margaret"),
        ("sasha", "alexander alexandra"),
    )
}
"""For a short form the given names that it may stand for."""

SHORT_ENDINGS = ("y", "ie")
"""What a short form may end in that begins the long one (``Vinny``, ``Vincent``)."""
