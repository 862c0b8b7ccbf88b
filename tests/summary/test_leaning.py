"""Sentences that only the one before them makes clear."""

from __future__ import annotations

import pytest

from bot.language.packs import pack_for

NEEDS = pack_for("en").needs_antecedent


@pytest.mark.parametrize(
    "sentence",
    [
        "Twenty-six years later the ferry is still tied up at the quay.",
        "A year later the lamps were lit again in memory of the drowned.",
        "The next morning the harbour was full of floating pumice.",
        "The Frenchman would not speculate about the season on grass.",
        "The 29-year-old had won both of the races on the lake.",
        "The Canadian said that the lake was colder than a fridge.",
        "There are 288, and 61 of the steps have been made anew.",
        "Should it fail, two brakes hold the train on the slope.",
        "Fergus isn't, but he has been made to eat four of them.",
        "Ann Lee did; the others stayed in the harbour all night.",
        "Back home no firm would employ a woman as an engineer.",
        "The harbour's master has denied any part in that.",
        "The company has always rejected that account of the flood.",
        "The council of Lune will look at this decision in the spring.",
        "One, the striker of the harbour's team, had two broken ribs.",
        "Five in all, between the bridge and the quay, had to wait.",
        "The firm said two had been replaced before the storm.",
        "The harbour master put that down to the winter.",
        "The mayor of Lune called it a disgrace on Monday.",
        "The trust's chief executive rejected the claim.",
        "A spokeswoman for the attorney general declined to comment.",
        "The rest said that they could not travel to the harbour.",
        "All but one, a girl of six, have been sent home.",
        "The last of them ended four minutes before the storm.",
        "At the last count there were 112, of whom nine were children.",
        "A van would take its place on three days of the week.",
        "Every pupil of the school will get a warm one, free of charge.",
        "A sample was taken by a doctor from the harbour instead.",
        "The minister of the harbours accepted 35.",
        "The letter of refusal consisted on both occasions of the same words.",
        "The second ferry had the opposite problem.",
        "A decision is expected before the summer.",
        "What does it say?",
        "How much did they pay for the boat?",
        "Will we ever see this?",
        "Four are in a serious condition, among them a sailor of the ferry.",
        "Almost all are in the harbour and in the lower town of Lune.",
        "A third, the loss of the old quay, was dropped on legal advice.",
        "Three weeks before, the council had signed a contract for a new ferry.",
        "Two thirds of it came from a fund for the harbours of the coast.",
        "The ferry's chief engineer, General Matvei Oren, called that a kitchen.",
        "The mate didn't speak to the captain for eleven days afterwards.",
        "From those eleven came all of the boats in the harbour of Lune.",
        "The move follows a strike of the sailors in the harbour of Lune.",
        "The figure compares with 12 boats in the harbour a year before.",
        "The analysts said that the price of herring would fall by June.",
        "The harbour official said that the price of herring would fall.",
        "“Nobody can tell us when the herring will come,” the official said.",
        "“Nobody can tell us when the herring will come,” said the trader.",
    ],
)
def test_a_time_or_somebody_that_was_told_before_is_taken_along(sentence: str) -> None:
    assert NEEDS(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Canadian government said that it would pay for the bridge.",
        "The Frenchman Jean Roux won both of the races on the lake.",
        "Two years after the flood the bridge was opened again.",
        "Rovers were, in the end, too tired to attack.",
        "Back in the harbour there were two boats left on Monday.",
        "“I knew nothing of that,” said the master of the harbour.",
        "One of the strikers of the harbour's team had two broken ribs.",
        "There were 112 people in the harbour, of whom nine were children.",
        "The play will take its place among the best of the year.",
        "The town would prefer a different flag of the harbour over the current one.",
        "The council chose a smaller ferry instead of the bridge.",
        "The mayor denied that anybody had been hurt in the harbour.",
        "The court rejected the claim of the harbour's neighbours.",
        "The mayor of Lune declined to comment on the new harbour.",
        "All but one of the children have been sent home.",
        "The firm said that two valves had been replaced before the storm.",
        "A decision on the harbour is expected before the summer.",
        "How long did it take you to mend the boat?",
        "Who will follow you in the harbour of Lune?",
        "Four sailors are in a serious condition after the storm of Monday.",
        "A third of the boats was lost in the harbour of Lune on Monday.",
        "Three weeks before the storm, the council had signed a contract.",
        "The move of the ferry to the other harbour took three weeks.",
        "The trader Ann Lee said that the price of herring would fall.",
        "“Nobody can tell us when the herring will come,” said the trader Ann Lee.",
    ],
)
def test_what_says_itself_when_and_who_needs_nothing(sentence: str) -> None:
    assert not NEEDS(sentence)
