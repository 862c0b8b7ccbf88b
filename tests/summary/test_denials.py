"""A summary tells what a charge is answered with."""

from __future__ import annotations

from bot.ingest.reader import parse_article
from bot.language.packs import pack_for
from bot.summary.summary import summarise

CHARGE = (
    "Captain watched films before the wreck of the Lark\n\n"
    "The captain of the Lark was watching films in the hour before the wreck, a jury heard.\n\n"
    "The lookout of the Lark had been sent below to make sandwiches for the captain.\n\n"
    "An alarm that wakes a captain who falls asleep had been switched off since Christmas.\n\n"
    "The traffic centre of the coast called the captain of the Lark three times in vain.\n\n"
    "Records of the telephone showed films about the cooking of fish and of dumplings.\n\n"
)


def told_of(text: str) -> list[str]:
    """Return the sentences of a summary of fifty words."""
    article = parse_article(text.encode(), "a.txt")
    return [sentence.text for sentence in summarise(article, pack_for("en"), 50).sentences]


def test_a_charge_is_told_with_its_denial() -> None:
    told = told_of(
        f"{CHARGE}"
        "Nobody rang down to the engine room for eleven minutes after the wreck of the Lark.\n\n"
        "Anton Breck, 58, denies manslaughter by gross negligence.\n"
    )
    assert any("denies" in sentence for sentence in told)


def test_a_denial_of_something_beside_the_news_is_not_looked_for() -> None:
    told = told_of(
        f"{CHARGE}The singer Ann Lee is ill. Her tour has been called off. "
        "Her firm denied that there had been a quarrel before the wreck of the tour.\n"
    )
    assert not any("quarrel" in sentence for sentence in told)
