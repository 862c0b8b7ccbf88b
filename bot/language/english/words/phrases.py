"""Patterns of the English phrases that say who or what somebody or something is."""

from __future__ import annotations

import re

from bot.language.phrase_rules import PhraseRules
from bot.language.plain_text import word_set

_NAME_WORD = r"[A-ZÀ-Þ][\w’'&.-]{0,30}"
_BODIES = (
    "agency|association|authority|brigade|bureau|charity|coastguard|commission|committee|"
    "company|cooperative|council|department|faculty|federation|firm|institute|inspectorate|"
    "league|ministry|museum|observatory|office|party|police|prosecution|society|trust|union|"
    "university"
)
_IN_BRACKETS = r"(?: \([^()]{1,60}\))?"

PHRASES = PhraseRules(
    definite_articles=frozenset({"the"}),
    indefinite_articles=frozenset({"a", "an"}),
    possessive_words=word_set("his her its their my our"),
    emphatic_words=frozenset({"own"}),
    conjunctions=frozenset({"and"}),
    one_of=("one", "of"),
    in_capacity_words=frozenset({"as"}),
    past_copulas=("was ", "became "),
    of_words=word_set("of at for"),
    prepositions=word_set("of to for with by from against about on between"),
    head_ends=word_set(
        "as of for at in on to from who whose with by under over since following amid"
    ),
    unfinished=word_set(
        "of for the and a an to in at on by with from or his her their its my our as but then"
    ),
    name_joiners=word_set("of at for the and on in"),
    never_alone=word_set(
        "chief senior junior man woman boy girl guy bloke chap lad lass kid person"
    ),
    verbal_endings=("ing", "ed", "ly"),
    plural_endings=("s",),
    possessives=frozenset({"'s ", "’s ", "' ", "’ "}),
    abbreviation=re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Prof|Jr|Inc|Co))\.\Z"),
    relative=re.compile(
        r" (?:(?:who(?:[’'](?:d|s|ve|ll|re))?|whose|whom|which|that|where|when|after|before|while"
        r"|and (?:is|was|are|were|has|had|will|would)) "
        # “X, an analyst at Y said”: the comma is left out
        r"|(?:said|says|told|tells)(?: |\Z)|(?=<[A-Z][A-Z.]{0,9}>))"
    ),
    # “X, whose brother, sister and niece were there”: a clause has more words before a comma.
    relative_clause=re.compile(r", (?=who |whose(?: [\w’'-]{1,30}){3})"),
    age=re.compile(r"\s?,? (?:aged )?\d{1,3}\b(?! per| million|[–,-]\d)|, (?:who|whose|whom)\b"),
    years_old=re.compile(r", an? \d{1,3}-year-old ((?:[a-z][a-z-]{1,20} ?){1,3})"),
    between=re.compile(r" \([A-Z][\w.-]{0,12}\)|, (?:aged )?\d{1,3}(?=, )"),
    before_comma=re.compile(
        r"(?:^|[.,;:!?“”\"(] ?|\b(?:[Tt]he|[Aa]n?|(?:his|her|its|their|my|our)(?: own)?|and|[Aa]lso"
        r"|by|with|to|from|[Ww]hose|[Aa]mong them|[Ii]ncluding|[\w.-]{1,40}[’']s?) )"
        r"((?!\d+ [A-Z]| ?(?:[Aa]mong them|[Ii]ncluding) )"
        r"(?:[^,.;:!?“”\"()]|(?<=\b[A-Z])\.){3,90}?(?: \([^()]{1,60}\))?), (?:the |a |an |one )?\Z"
    ),
    closed=re.compile(r"(?: [A-Z]{2,4}\b)?[,.;:)]|\Z| and\b| \(| (?:of|from) [A-Z]"),
    owner=re.compile(r"(?:[A-Z][\w.-]{0,30} ){0,3}[A-Z][\w.-]{0,30}(?:[’']s|s[’']) \Z"),
    affiliation=re.compile(
        rf" ((?:of|from) (?:the )?{_NAME_WORD}(?: {_NAME_WORD}){{0,5}}"
        rf"(?: (?:of|for|on|in|at) (?:the )?{_NAME_WORD}(?:(?: and)? {_NAME_WORD}){{0,5}})?"
        r"(?: (?:party|constituency|region|council|university|foundation|institute|group|camp|"
        r"team|company|school|hospital|church|newspaper|agency|campaign|movement|police|force|"
        r"department|band|club))?"
        r"(?: \([A-Z][\w.-]{1,12}\))?"
        # “of the state mines brigade”
        rf"|(?:of|from) the (?:[a-z][\w’'-]{{1,20}} ){{0,4}}(?:{_BODIES})(?: {_NAME_WORD}){{0,3}})"
        r"(?![\w’'-])"
    ),
    copula=re.compile(
        r",? (?:is|was|became|remains|has been|who is|who was|is now|was then) "
        r"(?=(?:(?:the|a|an|its|his|her|their)|(?:[a-z][a-z-]{1,20} ){1,3}of) )"
    ),
    thing_apposition=re.compile(rf"{_IN_BRACKETS}, (?=(?:the|an?|its|one of|{_NAME_WORD}[’']s) )"),
    thing_before=re.compile(
        rf"\b((?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|{_NAME_WORD}[’']s) "
        r"(?:(?!(?:the|an?|its|their|and|of|in|at|that|when|who|which)\b)[\w’'-]{1,20} ){0,4}"
        r"(?!own,)[a-z][\w’'-]{2,20}), (?:the )?\Z"
        r"|\b([Aa]n? (?:[\w’'-]{1,20} ){0,2}[a-z][\w’'-]{2,20}) (?:called|named) \Z"
        r"|\b((?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) (?:[\w’'-]{1,20} )?[a-z][\w’'-]{2,20}) \Z"
        r"|\b((?:[Tt]he|[Aa]n?) (?:[\w’'-]{1,20} )?[a-z][\w’'-]{2,20}) of \Z"
    ),
    thing_relative=re.compile(r",? (?=which (?:is|was|has|had|owns?|runs?|makes?|[a-z]+ed) )"),
    in_a_list=re.compile(r"\b[Aa]n? (?:[\w’'-]{1,20} ){1,4}(?:in|at|of|from|near|on) \Z"),
    asked_with=re.compile(
        r"\A\s*(?:(?:what|who|where)(?:[’']?s| is| are| was| were)|tell me about|about) ",
        re.IGNORECASE,
    ),
    before_copula=re.compile(
        r"(?:\A|[.!?“”\"] ?)((?:The|Its|Her|His|Their|My|Our) (?:[\w’'-]{1,20} ){0,4}?"
        r"[a-z][a-z-]{2,20}) (?:is|was|will be) \Z"
    ),
    passive_verbs=word_set("is was are were been"),
    counsel=re.compile(
        r"(?: [KQS]C)?, (for the (?:defen[cs]e|prosecution|Crown)|(?:defending|prosecuting)"
        r"(?: [A-Z][\w’'-]{1,20})?)(?=[,.;])"
    ),
    thing_complement=re.compile(rf"{_IN_BRACKETS} (?:is|was|are|were) (?=(?:the|an?|one of) )"),
)
"""The small words and patterns of English noun phrases."""
