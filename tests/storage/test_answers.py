from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from bot.storage.answers import ShownAnswer, StoredHit, Votes

if TYPE_CHECKING:
    from bot.storage.stores import Stores
    from tests.storage.conftest import Kept

HITS = (StoredHit("bridge", "ab12", 2, 0), StoredHit("otters", "cd34", 0, 1))
ANSWER = ShownAnswer(
    "an-answer",
    7,
    42,
    answered=True,
    hits=HITS,
    question_message_id=100,
    channel_id=200,
    message_id=2**63 - 1,
)


async def test_an_answer_comes_back_as_it_was_at_once(stores: Stores) -> None:
    stores.answers.save(ANSWER)
    assert await stores.answers.get("an-answer") == ANSWER
    assert await stores.answers.replying_to(100) == ANSWER
    assert await stores.answers.get("another") is None


async def test_an_answer_takes_the_place_of_the_one_with_its_id(stores: Stores) -> None:
    stores.answers.save(ANSWER)
    stores.answers.save(dataclasses.replace(ANSWER, answered=False, hits=HITS[:1]))
    kept = await stores.answers.get("an-answer")
    assert kept is not None
    assert (kept.answered, kept.hits, kept.message_id) == (False, HITS[:1], ANSWER.message_id)


async def test_the_same_vote_again_takes_it_back_and_another_changes_it(stores: Stores) -> None:
    stores.answers.save(ANSWER)
    assert await stores.answers.vote("an-answer", 1, 1) == Votes(1, 0)
    assert await stores.answers.vote("an-answer", 2, 1) == Votes(2, 0)
    assert await stores.answers.vote("an-answer", 2, -1) == Votes(1, 1)
    assert await stores.answers.vote("an-answer", 1, 1) == Votes(0, 1)


async def test_votes_go_with_their_answer(stores: Stores) -> None:
    for id_, message in (("a", 1), ("b", 2), ("c", 3)):
        guild = 7 if id_ == "a" else 8
        stores.answers.save(dataclasses.replace(ANSWER, id=id_, guild_id=guild, message_id=message))
        await stores.answers.vote(id_, 1, 1)
    await stores.answers.delete_guild(7)
    await stores.answers.delete_message(2)
    await stores.answers.delete("c")
    for id_ in "abc":
        assert await stores.answers.get(id_) is None
        assert await stores.answers.votes(id_) == Votes()


async def test_a_user_is_forgotten(stores: Stores) -> None:
    stores.answers.save(ANSWER)
    await stores.answers.vote("an-answer", 42, 1)
    await stores.answers.vote("an-answer", 43, 1)
    assert await stores.answers.forget_user(42) == 1
    kept = await stores.answers.get("an-answer")
    assert kept is not None
    assert kept.asker_id == 0
    assert await stores.answers.votes("an-answer") == Votes(1, 0)


async def test_a_vote_on_an_answer_that_is_gone_is_refused(stores: Stores) -> None:
    stores.answers.save(ANSWER)
    await stores.answers.delete("an-answer")
    try:
        await stores.answers.vote("an-answer", 1, 1)
    except Exception as error:
        assert type(error).__name__ == "DatabaseError"
    assert await stores.answers.votes("an-answer") == Votes()


async def test_an_answer_that_is_not_what_was_saved_is_not_known(kept: Kept) -> None:
    kept.stores.answers.save(ANSWER)
    assert await kept.stores.answers.get("an-answer") == ANSWER
    await kept.run("UPDATE answers SET hits = '[7]'")
    assert await kept.stores.answers.get("an-answer") is None
