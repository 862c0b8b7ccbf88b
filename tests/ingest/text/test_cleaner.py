from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.text.cleaner import clean_blocks, clean_lines
from bot.ingest.text.splitter import Block

TITLE = "Harbour bridge reopens after nine months"


def kept(*lines: str) -> list[str]:
    return [line for line in clean_lines(list(lines), TITLE)[0] if line]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (TITLE, "title repeated"),
        (f"{TITLE} | City News", "title repeated"),
        (f"# {TITLE.upper()}", "title repeated"),
        ("• Also read: Ukraine: NATO agitates the threat", "link to another article"),
        ("Also read: 8,000 troops ready “in the coming days”", "link to another article"),
        ("Read more: Why bridges fall", "link to another article"),
        ("READ MORE", "link to another article"),
        ("Read more about bridges", "link to another article"),
        ("Related: Ten old bridges", "link to another article"),
        ("À lire aussi : Le pont", "link to another article"),
        ("Das könnte Sie auch interessieren", "link to another article"),
        ("Editors’ Recommendations:", "link to another article"),
        ("Lee también: El puente", "link to another article"),
        ("Читайте также: Мост закрыт", "link to another article"),
        ("関連記事", "link to another article"),
        ("延伸閱讀：橋", "link to another article"),
        ("PREV thousands of demonstrators in Paris", "link to another page"),
        ("NEXT Lyon. Explosive robbery: a cordoned off area", "link to another page"),
        ("« Previous", "link to another page"),
        ("[Edit] [History] [Talk]", "link to another page"),
        ("From Ember Wiki, the free encyclopedia that anyone can edit", "link to another page"),
        ("From the Ember Wiki", "link to another page"),
        ("Next article: The ferry", "link to another page"),
        ("Share on Facebook Tweet WhatsApp Email", "share bar"),
        ("Share this article", "share bar"),
        ("-", "no words"),
        ("• • •", "no words"),
        ("We use cookies to improve your experience. Accept all", "cookie notice"),
        ("This website uses cookies and similar technologies.", "cookie notice"),
        ("By clicking “Accept” you agree to our use of cookies.", "cookie notice"),
        ("Follow Jane Roe on Twitter.", "advertisement or promotion"),
        ("Follow us on Facebook", "advertisement or promotion"),
        ("AP Photo/Jane Roe", "image credit"),
        ("(Reuters / Jane van der Berg)", "image credit"),
        ("Accept all cookies", "cookie notice"),
        ("Photo: Jane Roe / AFP", "image credit"),
        ("(Photo by Jane Roe/Getty Images)", "image credit"),
        ("© Reuters", "image credit"),
        ("AFP via Getty Images", "image credit"),
        ("![The bridge](bridge.jpg)", "image"),
        ("Advertisement", "advertisement or promotion"),
        ("**Advertisement**", "advertisement or promotion"),
        ("_Photo: Jane Roe / AFP_", "image credit"),
        ("Subscribe to our daily newsletter!", "advertisement or promotion"),
        ("© 2024 City News. All rights reserved.", "page footer"),
        ("(Reporting by Jane Roe in Ayle; editing by Al Poe)", "page footer"),
        ("Our Standards: The City News Principles.", "page footer"),
        ("ENDS", "page footer"),
        ("This article contains affiliate links.", "page footer"),
        ("Home > News > City", "breadcrumb"),
        ("Saturday, March 2, 2024", "date line"),
        ("Published: 2 March 2024, 10:30", "date line"),
    ],
)
def test_takes_a_pages_furniture_away(line: str, why: str) -> None:
    lines, removals = clean_lines(["", line, ""], TITLE)
    assert lines == ["", "", ""]
    assert [(removal.text, removal.why) for removal in removals] == [(line, why)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Read more than a hundred books, he says, and you will understand.",
        "Also read the report's annex, she told the committee.",
        "Auch interessant ist, was die Stadt dazu sagt.",
        "Mehr zum Thema sagt der Rat am Montag.",
        "Follow the river on X as it rises, the council says on its page.",
        "NEXT plc's shares rose by 5% on Monday.",
        "From the first day she edited the wiki",
        "(Reporting by night was forbidden to her until 1978.)",
        "Next week the bridge closes again.",
        "We use cookies, the baker joked, to bribe the council.".replace("We use", "They use"),
        "Cookie policy changes at the company alarmed advertisers.",
        "Copyright law was changed in 2020.",
        "Video by a witness showed the bridge swaying.",
        "Photo by photo, the exhibition tells the story of the bridge.",
        "Share prices fell on Monday.",
        "Comments by the mayor were met with laughter.",
        "Related costs are paid by the city.",
        "Home prices > rents, economists say.",
        "On Saturday, March 2, 2024 the bridge reopened.",
        "Washington plans to spend this money every last penny.",
        "Sign up to the treaty, the minister urged his colleagues.",
        "Tags: what the graffiti artists call their names.",
        "AFP - The two leaders met in Geneva on Monday.",
        "AP - Two people were hurt.",
        "Recommended: Two doses, eight weeks apart.",
        "Related: Three of the four brothers work at the bank.",
        "See also: the ferry, which nobody took, is for sale.",
        "We use cookies made from oats, the baker at the harbour said.",
        "This site uses cookies cut by hand, as in 1890.",
        "Follow us on our way through the Alps, she wrote.",
    ],
)
def test_never_takes_a_sentence_of_the_article(sentence: str) -> None:
    assert kept(sentence) == [sentence]


def test_never_takes_a_line_out_of_a_wrapped_paragraph() -> None:
    wrapped = [
        "The agency that owns every one of these pictures has given the",
        "Photo: Archive",
        "to the city for nothing.",
    ]
    assert kept(*wrapped) == wrapped


@given(st.lists(st.text()))
def test_every_line_is_kept_or_reported(lines: list[str]) -> None:
    left, removals = clean_lines(lines, TITLE)
    assert len(left) == len(lines)
    removed = [before.strip() for before, after in zip(lines, left, strict=True) if before != after]
    assert removed == [removal.text for removal in removals]


def test_a_line_in_the_middle_of_a_wrapped_paragraph_stays() -> None:
    long = "The mayor of the town said on Monday that everybody who wanted to could"
    lines = [long, "Share", "the cake, and that nobody would have to leave without a piece."]
    assert clean_lines(lines, "A title") == (lines, ())
    assert clean_lines([long, "Share", ""], "A title")[0][1] == "Share"
    assert clean_lines(["Short line", "Share", "next words here."], "A title")[0][1] == "Share"


def test_the_same_line_on_its_own_goes() -> None:
    ended = "The mayor of the town said on Monday that everybody could have a piece."
    for lines in ([ended, "Share", "The cake was good."], ["Short", "Share", ""], ["Share"]):
        kept, removals = clean_lines(lines, "A title")
        assert "Share" not in kept
        assert [removal.text for removal in removals] == ["Share"]


def test_marks_of_markdown_hide_no_furniture() -> None:
    for line in ("**Also read: The other bridge**", "### PREV", "*Share on Facebook*"):
        kept, removals = clean_lines([line], "A title")
        assert kept == [""], line
        assert len(removals) == 1


def test_a_share_bar_needs_a_word_that_only_such_bars_have_and_is_short() -> None:
    assert clean_lines(["like link and here"], "T")[1] == ()
    assert clean_lines(["Share 12 Tweet 7"], "T")[1] != ()
    assert clean_lines([" ".join(["share"] * 20)], "T")[1] != ()
    assert clean_lines([" ".join(["share"] * 21)], "T")[1] == ()
    assert clean_lines(["Share this article."], "T")[1] == ()


def test_a_line_goes_out_of_its_block_and_an_empty_block_goes() -> None:
    first = Block("It reopened on Monday.\nAdvertisement\nThe mayor came.", is_heading=False)
    blocks = [
        first,
        Block("Share on Facebook", is_heading=False),
        Block("What comes now", is_heading=True),
    ]
    cleaned, removals = clean_blocks(blocks, "A title")
    assert [block.text for block in cleaned] == [
        "It reopened on Monday.\nThe mayor came.",
        "What comes now",
    ]
    assert [removal.text for removal in removals] == ["Advertisement", "Share on Facebook"]


def test_a_list_of_other_articles_goes_with_its_heading() -> None:
    see, titles = Block("See also", is_heading=True), "• List of ferries\n• Harbours of Ayle"
    assert clean_blocks([see, Block(titles, is_heading=False, by_line=True)], "A title")[0] == []
    said = Block("• The ferry sank.\n• Nobody was hurt.", is_heading=False, by_line=True)
    assert clean_blocks([see, said], "A title")[0] == [said]


def test_a_word_that_begins_small_goes_on_with_the_line_before() -> None:
    assert clean_lines(["Bids", "Share", "eBay has sold none."], "A title")[1] == ()


@pytest.mark.parametrize(("length", "taken"), [(39, 1), (40, 0)])
def test_a_line_is_wrapped_from_forty_characters_on(length: int, taken: int) -> None:
    before = "a" * length
    assert len(clean_lines([before, "Share", ""], "A title")[1]) == taken


def test_a_site_of_eighty_characters_is_looked_for_behind_the_title() -> None:
    site = " | " + "City News of the Old Harbour Town"
    assert clean_lines([TITLE + site], TITLE)[1] != ()
    short = "Oak"
    assert clean_lines([short + site], short)[1] != ()
    assert clean_lines([short + " " * 84 + "| City News"], short)[1] == ()
