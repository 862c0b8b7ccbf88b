"""What a question asks of a life or a work: a birth, a death, a founding, a wedding, who wrote.

That a ferry ran aground in March doesn't say when it was built. For each fact of each language
there are the beginnings of the words that ask for it, and of more words by which a sentence tells
it. Where no white space parts words, they are looked for anywhere.
"""

from __future__ import annotations

from typing import NamedTuple


class Fact(NamedTuple):
    """What one language says of one kind of fact, as alternatives of a regular expression.

    Attributes:
        asked: The words that ask for it, which tell it as well.
        told: More words that tell it.
    """

    asked: str
    told: str


class Facts(NamedTuple):
    """What one language says of the facts that are asked for most.

    Attributes:
        birth: That somebody was born.
        death: That somebody died.
        founding: That something was founded or built.
        wedding: That somebody married.
        writing: That somebody wrote something.
    """

    birth: Fact
    death: Fact
    founding: Fact
    wedding: Fact
    writing: Fact
