"""How the summary of an article is asked for in English."""

from bot.language.plain_text import word_set
from bot.language.summary_words import SummaryWords

_PIECE = "(?:article|story|text|piece|report)"

_PIECES = "(?:articles?|stories|reports|texts)"
_HAVE = "(?: (?:do you have|have you got|are there|is there|do you know))?"
_ABOUT = "(?:about|on|regarding|concerning)"

ENGLISH_SUMMARY_WORDS = SummaryWords(
    phrases=(
        "what(?:'?s| is| was| has|) (?:happened|happening|going on|new|up)(?: here| there)?",
        "(?:any|what(?:'?s| is) the) news",
        "what(?:'?s| is) {}(?: all)? about",
        "(?:(?:a|the|quick) )*"
        r"(?:tl\W?dr|summary|summari[sz]e|recap|gist|sum up|outline) {}",
        "(?:what(?:'?s| is) )?the gist {}",
        "(?:show me |see |read |i want(?: to (?:see|read))? |let me (?:see|read) )*"
        f"the (?:(?:whole|full|entire|complete) (?:{_PIECE}|thing)"
        f"|(?:rest|text) of (?:the|this|that) {_PIECE}) {{}}",
    ),
    more=(
        "(?:(?:tell|show|give) me |say |know )?(?:some |a bit |anything )?more"
        "(?: (?:about|on) (?:it|this|that))?",
        "go on|(?:and )?(?:what|anything) else",
    ),
    topics=(
        f"(?:(?:what|which|any|how many) )?(?:other )?{_PIECES}{_HAVE} {_ABOUT} {{}}{_HAVE}",
        f"(?:do you have|have you (?:got )?|is there|are there|got|find|see|list|show) (?:me )?"
        f"(?:(?:any|some|all|the|an|more) )*(?:{_PIECES}|anything|something) {_ABOUT} {{}}",
        f"(?:anything|what (?:do you have|have you got|is there)) {_ABOUT} {{}}",
        f"what do (?:the|your|these|all) {_PIECES} say {_ABOUT} {{}}",
    ),
    leads=("so|ok|okay|please|pls|hey|can you|could you|can someone|give me",),
    filling=word_set(
        "a an the this that these those it one of on about article articles story stories piece "
        "news text report me us for please pls all thing here so whole last latest newest is in"
    ),
)
