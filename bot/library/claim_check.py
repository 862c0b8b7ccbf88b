"""Find what comes closest to a claim in the articles, and set both side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.language.analysis.analyser import without_addresses
from bot.language.detection import without_noise
from bot.language.packs import pack_for
from bot.retrieval.claim import compare

if TYPE_CHECKING:
    from bot.library.library import Library
    from bot.retrieval.answer import Answer, Hit
    from bot.retrieval.claim import Difference

_CLOSEST = 2
_CLOSE_SHARE = 0.5
"""The share of a claim's terms from which a passage that has them is about it, although it would
not answer: half of *Rubio is 80*."""

_MAX_LENGTH = 600
"""The maximum length of a claim, in characters."""


@dataclass(frozen=True, slots=True)
class CloseSentence:
    """A sentence beside a claim.

    Attributes:
        hit: The sentence.
        difference: The names and numbers that differ.
    """

    hit: Hit
    difference: Difference

    def to_dict(self, claim: str) -> dict[str, object]:
        """Return the sentence, and what differs in it and in the claim, as a JSON object."""
        sentence = self.hit.sentence_text
        return {
            **self.hit.to_dict(),
            "differs": {
                "claim": [claim[start:end] for start, end in self.difference.claim],
                "sentence": [sentence[start:end] for start, end in self.difference.sentence],
            },
        }


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """A claim with the sentences that come closest to it, whether they confirm it or not.

    Attributes:
        claim: The claim, without addresses and small talk.
        answer: The answer to the claim as a question; its confidence means nothing here.
        closest: The sentences, the closest first; empty if nothing is about the claim.
    """

    claim: str
    answer: Answer
    closest: tuple[CloseSentence, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the check as a JSON object."""
        return {
            "claim": self.claim,
            "closest": [compared.to_dict(self.claim) for compared in self.closest],
        }


def check_claim(library: Library, text: str) -> ClaimCheck:
    """Return the sentences of the articles that come closest to a claim.

    Args:
        library: The articles.
        text: What somebody claims.
    """
    claim = without_noise(" ".join(without_addresses(text).split()))[:_MAX_LENGTH]
    answer = library.ask(claim)
    hits = answer.hits[: 1 if answer.answered else _CLOSEST]
    if answer.outcome == "none":
        hits = tuple([hit for hit in hits if _is_close(claim, hit)])
    return ClaimCheck(claim, answer, tuple([_beside(claim, hit) for hit in hits]))


def _is_close(claim: str, hit: Hit) -> bool:
    """Return whether a passage has most of a claim's terms.

    That a name or a number is missing, which speaks against an answer, is what a claim is
    compared for.
    """
    claimed = set(pack_for(hit.article.language).analyser.terms(claim))
    return len(claimed.intersection(hit.terms)) >= _CLOSE_SHARE * max(1, len(claimed))


def _beside(claim: str, hit: Hit) -> CloseSentence:
    around = f"{hit.article.title} {hit.passage.text}"
    pack = pack_for(hit.article.language)
    return CloseSentence(hit, compare(claim, hit.sentence_text, pack, around))
