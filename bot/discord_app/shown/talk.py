"""Layouts of the replies to small talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord_app.shown.layout import notice

if TYPE_CHECKING:
    import discord

    from bot.discord_app.locale.language import Language
    from bot.library.request import SmallTalk


def talk_layout(talk: SmallTalk, language: Language) -> discord.ui.LayoutView:
    """Return a short friendly pointer to what can be asked."""
    said = {
        "greeting": language.say(
            "Hello! Ask me anything about the articles, and I show you the passage that answers. "
            "`/help` says what else I can do."
        ),
        "thanks": language.say("You're welcome! Ask me anything else about the articles."),
        "help": language.say(
            "I answer questions about the articles with the very passage, word for word. Ask with "
            "`/ask`, or mention me with your question. “What's new?” shows the newest articles, "
            "“tl;dr” a summary, and `/help` all commands."
        ),
        "check": language.say(
            "Reply to the message that makes the claim and mention me, or use “{find}” on it, so "
            "that I can look for it in the articles.",
            find=language.name("Find in the articles"),
        ),
        "doubt": language.say(
            "I quote word for word from the article named under an answer; whether that answers "
            "your question is a guess of mine. The buttons turn to other passages, or ask again "
            "in other words."
        ),
    }
    return notice(said[talk.kind])
