"""Summarise what the articles of a library say of a topic."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.language.packs import pack_for
from bot.library.answering.languages import languages_to_read
from bot.retrieval.meaning.embeddings import UNDERSTOOD
from bot.retrieval.meaning.session import MeaningUnavailableError
from bot.retrieval.meaning.understanding import understand
from bot.retrieval.topic import find_topic
from bot.summary.summary import TopicSummary, summarise_topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.retrieval.engine import Engine
    from bot.retrieval.meaning.models import Models

log = logging.getLogger(__name__)


def topic_summary(
    topic: str, words: int, engine: Engine, languages: Sequence[str], models: Models | None
) -> TopicSummary:
    """Summarise what articles say about a topic, found by its words and, if known, its meaning.

    Args:
        topic: A question, or a few words.
        words: The approximate length of the summary.
        engine: Searches the articles' passages.
        languages: The languages of the articles, that of the most passages first.
        models: The models of meaning, if there are any.
    """
    language = languages_to_read(topic, languages, engine)[0]
    pack = pack_for(language)
    if models and language == UNDERSTOOD and engine.knows_meaning:
        try:
            vector = understand(models, topic, read=False).vector
            return summarise_topic(find_topic(topic, engine, pack, vector), pack, words)
        except MeaningUnavailableError as error:
            log.warning("a topic is looked for by its words alone: %s", error)
    return summarise_topic(find_topic(topic, engine, pack), pack, words)
