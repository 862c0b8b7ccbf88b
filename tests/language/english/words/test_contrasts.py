from __future__ import annotations

import pytest

from bot.language.english.words.contrasts import has_counterpart, tells_of_counterpart


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("who won the men's tour", "Hanna Brede won the women's tour on Sunday."),
        ("who scored the first goal", "Ola Stern scored the second goal in the final."),
        ("what did the northern stand cost", "Tickets for the southern stand cost 12 crowns."),
        ("how much did unemployment rise", "Unemployment fell by 3 percent."),
        ("how many cars were sold in 2019", "It sold 31,000 cars in 2020 and 28,000 in 2021."),
        ("how many were sold last year", "This year some 31,000 were sold."),
        ("who won the singles", "Ann Lee won the doubles."),
        ("what happened on tuesday", "The wall fell down on Monday."),
        ("Who was the oldest?", "The youngest was nine."),
    ],
)
def test_a_text_with_nothing_but_the_counterpart_is_told(question: str, text: str) -> None:
    assert has_counterpart(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("who won the men's tour", "The men's tour was won by Piet Vos, the women's by Ann Lee."),
        ("who won the tour", "Hanna Brede won the women's tour on Sunday."),
        ("did more men or women come", "Some 200 women came."),
        ("which day did it rain", "It rained in the night."),
        ("how many cars were sold in 2020", "It sold 31,000 cars in 2020 and 28,000 in 2021."),
        ("what happened in 2020", "It sold 31,000 cars."),
        ("who won the men's tour", ""),
        ("", "Hanna Brede won the women's tour."),
    ],
)
def test_a_text_that_has_the_word_or_none_of_them_is_not(question: str, text: str) -> None:
    assert not has_counterpart(question, text)


def test_a_sentence_that_tells_of_the_other_of_two_is_told() -> None:
    assert tells_of_counterpart("who built the first hut?", "The second was built by Tilda Orr.")
    assert not tells_of_counterpart("who built the first hut?", "It was built by Tilda Orr.")
    assert not tells_of_counterpart("what was there in 2019?", "It was the most since 1982.")
