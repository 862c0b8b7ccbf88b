"""Layouts of the replies to small talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord_app.shown.layout import notice

if TYPE_CHECKING:
    import discord

    from bot.discord_app.locale.language import Language
    from bot.language.questions.chatter import Pointed
    from bot.library.request import SmallTalk


def talk_layout(talk: SmallTalk, language: Language) -> discord.ui.LayoutView:
    """Return a short friendly pointer to what can be asked."""
    return notice((_replies(language) | _explanations(language))[talk.kind])


def _replies(language: Language) -> dict[Pointed, str]:
    """Return what is said to those who say something to the bot itself."""
    return {
        "greeting": language.say(
            "Hello! Ask me anything about the articles, and I show you the passage that answers. "
            "`/help` says what else I can do."
        ),
        "thanks": language.say("You're welcome! Ask me anything else about the articles."),
        "farewell": language.say("Bye! Come back whenever you have a question."),
        "reaction": language.say(
            "Ask me anything about the articles, and I show you the passage that answers. "
            "`/help` says what else I can do."
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


def _explanations(language: Language) -> dict[Pointed, str]:
    """Return what is said to those who ask how the bot is used."""
    return {
        "help": language.say(
            "I answer questions about the articles with the very passage, word for word. Ask with "
            "`/ask`, or mention me with your question. “What's new?” shows the newest articles, "
            "“tl;dr” a summary, and `/help` all commands."
        ),
        "adding": language.say(
            "Those who may Manage Server add files, pages and feeds with `/sources add`, or use "
            "“{read}” on a message with a link. `/articles` lists all that I have read.",
            read=language.name("Read this page"),
        ),
        "people": language.say(
            "`/who` lists everybody whom the articles name, and says who somebody is."
        ),
        "privacy": language.say(
            "`/privacy` says what is kept about you, and deletes it if you like."
        ),
    }
