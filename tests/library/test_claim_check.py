from __future__ import annotations

import pytest
import yaml

from bot.language.packs import pack_for
from bot.library.claim_check import check_claim
from bot.library.library import Library
from bot.retrieval.claim import compare
from bot.retrieval.meaning.models import shipped_models
from tests.conftest import PROJECT
from tests.dialogues.dialogue import HERE, open_articles

CLAIMS = yaml.safe_load((HERE / "claims.yaml").read_text(encoding="utf-8"))
LIBRARY = open_articles()


@pytest.mark.parametrize(("claim", "closest", "claimed", "said"), CLAIMS)
def test_the_closest_sentence_is_shown_with_what_differs(
    claim: str, closest: str, claimed: list[str], said: list[str]
) -> None:
    compared = check_claim(LIBRARY, claim)
    best = compared.closest[0]
    sentence = best.hit.sentence_text
    assert closest in sentence
    assert [compared.claim[slice(*span)] for span in best.difference.claim] == claimed
    marked = [sentence[slice(*span)] for span in best.difference.sentence]
    assert set(said) <= set(marked)
    assert bool(marked) == bool(said)


@pytest.mark.parametrize(
    "claim",
    ["About 9.6 billion dollars are still to be allocated, the White House says.", "Rubio is 80."],
)
def test_a_claim_with_a_wrong_name_or_number_is_near_what_it_distorts(claim: str) -> None:
    articles = Library.from_folder(PROJECT / "corpus").articles
    library = Library(articles, models=shipped_models())
    library.embed()
    compared = check_claim(library, claim)
    assert compared.answer.outcome == "none"
    assert compared.closest[0].difference.claim


def test_a_claim_that_nothing_is_about_has_nothing_close() -> None:
    models = shipped_models()
    assert models
    assert check_claim(LIBRARY, "Chelsea signed a goalkeeper from Brazil").closest == ()


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Four people died.", "There were 4 deaths on Friday."),
        ("Ann Lee paid 1,000 dollars", "Lee paid 1000 dollars on Monday"),
        ("The bridge reopened", "Nobody knew when the harbour bridge in Yorkville reopened."),
        ("", ""),
    ],
)
def test_what_is_the_same_is_not_marked(claim: str, sentence: str) -> None:
    assert compare(claim, sentence, pack_for("en")) == ((), ())


def test_an_address_in_a_message_is_no_part_of_the_claim() -> None:
    claim = "The harbour bridge reopened"
    linked = f"{claim} https://Example.com/2019/Yorkville-12-dead"
    assert check_claim(LIBRARY, linked) == check_claim(LIBRARY, claim)
