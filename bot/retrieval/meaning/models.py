"""The models that ship with the package, opened once a process."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from bot.retrieval.meaning.encoder import Encoder
from bot.retrieval.meaning.on_demand import PassageEmbedder
from bot.retrieval.meaning.reader import Reader
from bot.retrieval.meaning.session import MeaningUnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.retrieval.meaning.embeddings import TextEncoder
    from bot.retrieval.meaning.question_meaning import PassageReader

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Models:
    """The models that questions are understood with; threads may share them.

    Attributes:
        encoder: Turns texts into vectors that are close where the texts mean the same.
        reader: Finds the words that answer in a passage, if it can be opened.
        knows: Returns whether the encoder knows a word, if that can be told.
        passages: Embeds passages whose articles are not embedded yet, with the encoder.
    """

    encoder: TextEncoder
    reader: PassageReader | None = None
    knows: Callable[[str], bool] | None = None
    passages: PassageEmbedder = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "passages", PassageEmbedder(self.encoder))


@cache
def shipped_models() -> Models | None:
    """Return the models that ship with the package, opened on the first call.

    Where that can't be done, the log says why once, and ``None`` is returned: questions are then
    answered by their words alone.
    """
    try:
        encoder = Encoder()
    except MeaningUnavailableError as error:
        log.warning("Questions are answered by their words alone: %s", error)
        return None
    try:
        return Models(encoder, Reader(), encoder.knows)
    except MeaningUnavailableError as error:
        log.warning("Passages are compared with questions, but not read: %s", error)
        return Models(encoder, knows=encoder.knows)
