from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.storage.answers import ShownAnswer, StoredHit, Votes
from bot.storage.guild_report import PassageVotes

if TYPE_CHECKING:
    from bot.storage.stores import Stores

DAY = dt.date(2026, 11, 28)


async def test_questions_are_counted_and_those_without_an_answer_listed(stores: Stores) -> None:
    for question in ("Who?", " WHO? ", "Ärger wo?", "where?"):
        stores.questions.note(7, question, DAY, answered=False)
    stores.questions.note(7, "Who?", DAY + dt.timedelta(days=1), answered=False)
    stores.questions.note(7, None, DAY, answered=True)
    stores.questions.note(8, None, DAY, answered=True)
    report = await stores.questions.report(7)
    assert (report.asked, report.answered) == (6, 1)
    assert report.unanswered == (("who?", 3), ("where?", 1), ("ärger wo?", 1))
    assert (await stores.questions.report(7, most=1)).unanswered == (("who?", 3),)
    assert (await stores.questions.report(9)).asked == 0


async def test_the_least_liked_answers_are_listed_the_worst_first(stores: Stores) -> None:
    for number, article in enumerate(("bridge", "otters", "bridge", "flags")):
        hits = (StoredHit(article, "ab", 12, 0),)
        stores.answers.save(ShownAnswer(f"a{number}", 7, 1, answered=True, hits=hits))
    stores.answers.save(ShownAnswer("empty", 7, 1, answered=False, hits=()))
    votes = {"a0": (-1, -1), "a1": (-1,), "a2": (-1, 1), "a3": (1,)}
    for answer, every in votes.items():
        for user, value in enumerate(every):
            await stores.answers.vote(answer, user, value)
    report = await stores.questions.report(7)
    assert report.votes == Votes(2, 4)
    assert report.least_liked == (
        PassageVotes("bridge", 12, Votes(1, 3)),
        PassageVotes("otters", 12, Votes(0, 1)),
    )


async def test_old_texts_are_deleted_and_the_counts_stay(stores: Stores) -> None:
    stores.questions.note(7, "old?", DAY, answered=False)
    stores.questions.note(7, "new?", DAY + dt.timedelta(days=1), answered=False)
    stores.questions.note(8, "other?", DAY, answered=False)
    await stores.questions.forget_before(7, DAY + dt.timedelta(days=1))
    report = await stores.questions.report(7)
    assert (report.asked, report.unanswered) == (2, (("new?", 1),))
    assert sorted(await stores.questions.guilds_with_texts()) == [7, 8]
    await stores.questions.delete_guild(7)
    assert (await stores.questions.report(7)).asked == 0
    assert await stores.questions.guilds_with_texts() == [8]


async def test_a_question_that_no_database_can_store_costs_no_other_its_count(
    stores: Stores,
) -> None:
    stores.questions.note(8, "Who is it?", DAY, answered=False)
    stores.questions.note(7, "Half a \ud83d pair, and a \0?", DAY, answered=False)
    assert (await stores.questions.report(8)).asked == 1
    assert (await stores.questions.report(7)).unanswered == (("half a ? pair, and a ?", 1),)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.text(st.characters(), min_size=1, max_size=40))
async def test_any_text_can_be_kept(stores: Stores, text: str) -> None:
    stores.questions.note(7, text, DAY, answered=False)
    await stores.questions.report(7)
    await stores.questions.delete_guild(7)
