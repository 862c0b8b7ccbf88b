"""A summary tells what a charge is answered with."""

from __future__ import annotations

from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.summary.summary import summarise


def test_a_charge_is_told_with_its_denial() -> None:
    text = (
        "Captain watched films before the wreck of the Lark\n\n"
        "The captain of the Lark was watching films in the hour before the wreck, a jury heard.\n\n"
        "The lookout of the Lark had been sent below to make sandwiches for the captain.\n\n"
        "An alarm that wakes a captain who falls asleep had been switched off since Christmas.\n\n"
        "The traffic centre of the coast called the captain of the Lark three times in vain.\n\n"
        "Records of the telephone showed films about the cooking of fish and of dumplings.\n\n"
        "Nobody rang down to the engine room for eleven minutes after the wreck of the Lark.\n\n"
        "Anton Breck, 58, denies manslaughter by gross negligence.\n"
    )
    article = parse_article(text.encode(), "a.txt")
    told = [s.text for s in summarise(article, pack_for("en"), 50).sentences]
    assert any("denies" in sentence for sentence in told)


def test_a_denial_of_something_beside_the_news_is_not_looked_for() -> None:
    text = (
        "Captain watched films before the wreck of the Lark\n\n"
        "The captain of the Lark was watching films in the hour before the wreck, a jury heard.\n\n"
        "The lookout of the Lark had been sent below to make sandwiches for the captain.\n\n"
        "An alarm that wakes a captain who falls asleep had been switched off since Christmas.\n\n"
        "The traffic centre of the coast called the captain of the Lark three times in vain.\n\n"
        "Records of the telephone showed films about the cooking of fish and of dumplings.\n\n"
        "The singer Ann Lee is ill. Her tour has been called off. "
        "Her firm denied that there had been a quarrel before the wreck of the tour.\n"
    )
    article = parse_article(text.encode(), "a.txt")
    told = [s.text for s in summarise(article, pack_for("en"), 50).sentences]
    assert not any("quarrel" in sentence for sentence in told)
