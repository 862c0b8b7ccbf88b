"""Recognise English sentences that can't be understood without the previous one."""

from __future__ import annotations

import re

from bot.language.english.words.name_words import SPEECH_VERBS

LEANING_OPENING = re.compile(
    r"\A[\"“«‘]?(?:And|But|Or|So|Then|Also|It|Its|This|That|These|Those|However|Instead|Moreover|"
    r"Therefore|Another)\b"
)
"""Matches the start of a sentence that continues the one before it."""

_LED_IN = (
    "After|Also|Although|And|As|At|Before|But|By|Despite|During|Earlier|For|From|If|In|Instead|"
    "Last|Later|Meanwhile|Now|On|Once|Since|So|Still|Then|Though|Today|Until|When|While|With|"
    "Yesterday|Yet|Asked|Born|Educated|Raised|Told"
)
_SMALL = (
    r"(?:[a-z’'-]{1,20}|\d{1,4}|January|February|March|April|May|June|July|August|September|"
    r"October|November|December),? "
)
_OF_A_COUNTRY = (
    "American|Argentine|Australian|Austrian|Belgian|Brazilian|Canadian|Chilean|Colombian|Egyptian|"
    "German|Greek|Hungarian|Indian|Iranian|Israeli|Italian|Kenyan|Mexican|Moroccan|Nigerian|"
    "Norwegian|Russian|Serbian|Ukrainian"
)
_SAID = rf"(?:\w+ly |also |then )?(?:{'|'.join(sorted(SPEECH_VERBS))})"
_COUNT = "One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
_SOURCE = (
    "(?:analyst|author|broker|dealer|economist|expert|official|researcher|scientist|source|"
    "spokes(?:man|men|woman|women|person)|survey|trader)s?"
)
_LEANS_FROM_START = re.compile(
    r"\A(?:[“\"«]?(?:He|She|They|His|Her|Their|The latter|The former)\b"
    r"|(?:Some|Others|Many|Most|Both|None|All|Neither|Several|Almost (?:all|none)|Nearly all) "
    r"(?:of (?:them|these|those)|are|was|were|have|had|will|would|two|three|[a-z]{3,12}ed)\b"
    r"|In the (?:second|third|other|latter|former) (?:case|instance|one)\b"
    r"|(?:One|Two|Three|Four|Five|Six|Several|Many|Some) from\b"
    # “Four are in a serious condition”, “Nineteen of them died”
    rf"|(?:{_COUNT}|Eleven|Twelve|Another \w{{2,12}}|\d{{1,4}}) (?:more )?"
    r"(?:are|were|have|had|will|would)\b"
    r"|[“\"«]?(?:It|Its|This|That|These|Those|But|And|Or|So|However|Instead|"
    r"Then(?!, (?:on|in) ))\b"
    rf"|(?:{_LED_IN}),? (?:{_SMALL}){{0,4}}(?:he|she|his|her)\b"
    r"|(?:How|What|Where|Who|Why|Whether|When|If|Unless|Because|Although|While|Until) "
    r"(?:he|she|they|it|his|her|their|its)\b"
    r"|(?:How|What|Where|Why|Whether)\b[^,.“\"]{0,60}\b(?:him|them)\b"
    # “Will we ever see it?”, “How much did they pay?”
    r"|[A-Z][^“\"?]{0,160}\b(?:it(?! (?:mean|feel|take))|this|that|them|him|her|they|he|she|one)\b"
    r"(?:(?<=he)|(?<=she)|(?<=they)|(?<=it)|(?=\?))[^“\"?]{0,120}\?\Z"
    r"|[A-Z][a-z]{1,15}(?: [a-z’'-]{1,15}){0,5}, (?:he|she|they|it(?! (?:is|was|will|has)\b)) "
    r"|(?:Among|Behind|Under|Most of|Some of|Many of|One of|Half of|Two of|None of|All of) "
    r"(?:its|their|his|her|it|them|these|those)\b"
    r"|(?:On board|(?:After|Before|By|Since|Until) (?:then|that)|In (?:return|response))\b"
    r"|(?:[A-Z][\w’'-]{1,20} ){1,2}(?:is|was|does|did|has|had|will|would|can|could|are|were|do)"
    r"(?:(?:n['’]t| not),|(?:n['’]t| not)?[;.])"
    r"|The (?:first|second|third|last|other|others|two|three|four|five|six|rest)"
    r"(?:,| (?:time|was|were|is|are|had|has|came|went|said|say|who|to)\b)"
    # “A third, the loss of wildlife, was dropped”
    r"|A (?:second|third|fourth|fifth)(?:,| (?:was|is|had|has|came|went|will|would)\b)"
    r"|The other (?!(?:side|hand)\b)[a-z]{1,20} (?!of\b)"
    r"|[^,;:“\"]{0,80}\b(?:him|(?:half|one|two|three|four|some|many|most|all|both|each|six|ten|"
    r"thirds|but \w+|\d{1,6}) of (?:them|it))\b"
    r"|(?:[A-Z][\w’'-]{1,20} ){1,2}(?:(?!a |an |the )[a-z]{1,15} ){1,4}it[;,.]"
    r"|(?:Both [a-z]{3,20}s|(?:One|Another|Others|Some) from)\b|Because\b[^,]*\Z"
    rf"|(?:Mrs|Ms|Miss|Dame|Lady) (?:[A-Z][\w’'-]{{1,20}} ){{1,3}}{_SAID} (?:that )?he\b"
    rf"|(?:Mr|Sir|Lord|Father) (?:[A-Z][\w’'-]{{1,20}} ){{1,3}}{_SAID} (?:that )?she\b"
    # “Two years later”, “The next day”, “Three weeks before, the district had”
    r"|(?:[A-Z][\w-]{0,15}|An?) (?:[a-z-]{2,12} ){0,2}(?:second|minute|hour|day|night|week|month|"
    r"year|decade|centur(?:y|ie))s? (?:(?:later|afterwards|after that|before that)\b|before,)"
    r"|The (?:next|following|same|previous) (?:minute|hour|day|morning|afternoon|evening|night|"
    r"week|weekend|month|spring|summer|autumn|winter|year|season|decade|century)\b"
    r"|Back (?:home|then|there)\b"
    # “Tehran has denied any part in that.”
    r"|[^,;:“\"]{0,80} (?:in|of|about|behind|for|with) (?:that|this)\.\Z"
    # “Ellery didn't speak to her for eleven days afterwards.”
    r"|[^,;:“\"]{0,90} (?:afterwards|there)\.\Z"
    # “Her second film had the opposite problem”, “A decision is expected soon”
    r"|[^,;:“\"]{0,60} the (?:opposite|same) (?:problem|reason)\b"
    r"|A (?:decision|verdict|ruling|result|report|answer|reply) (?:is|was) (?:expected|due)\b"
    # “The Frenchman said”, “The 29-year-old had”
    r"|The (?:[A-Z][a-z]{2,12}(?:man|woman)|Briton|Croat|Dane|Finn|Pole|Scot|Serb|Spaniard|Swede|"
    r"Turk|(?:\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?)-year-old) [a-z]"
    rf"|The (?:{_OF_A_COUNTRY}) (?:{_SAID}|had|has|was|would|will)\b"
    r"|There (?:are|were|is|was) (?:\d[\d,]{0,9}|two|three|four|five|six|seven|eight|ten)[,.;]"
    r"|(?:Should|Had|Were|Did|Does|Is|Was|Are|Has|Have) (?:he|she|they|it|his|her|their|its)\b"
    # “Amaral put that down to opening hours”, “Oren called that ‘a kitchen’”
    r"|(?:[\w’'-]{1,20},? ){1,7}(?:puts? (?:that|this|it)|"
    r"(?:call|welcome|blame|condemn|describe)(?:s|d|ed) (?:that|this|it|them)|den(?:ied|ies) it)\b"
    r"|All but (?:one|two|three|four|five|six|\d{1,4}),? (?!of\b)"
    # “One, a former miner, said”, “Five in all”
    rf"|(?:One|Another|Both|Others?|{_COUNT}),|(?:{_COUNT}) (?:in all|altogether|of them)\b"
    r"|The (?:first|second|third|last|rest|others?|two|three) of (?:them|these|those)\b"
    # “From those eleven came the whole of today's stock”
    rf"|(?:From|Of|In|By|With) (?:these|those) (?:{_COUNT.lower()}|eleven|twelve|\d{{1,4}})\b"
    rf"|[^,;:“\"]{{0,60}}\bthere (?:are|were|is|was) (?:\d[\d,]{{0,9}}|{_COUNT.lower()})[,.;]"
    # “The move follows a strike”, “The analysts said”, “This compares with 12 a year before”
    r"|The (?:announcement|comment|development|figure|increase|decrease|incident|move|news|remark|"
    r"revelation)s? (?:is|was|are|were|has|have|had|will|would|could|may|com|came|follow|mean|mark|"
    r"bring|brought|leave|left|put|spark|prompt|drew|drove|rais|led|compar)(?:s|es|ed|e)?\b"
    rf"|The (?:[a-z-]{{3,12}} )?{_SOURCE} {_SAID}\b"
    # “Everybody gets a warm one”
    r"|[^,;:“\"]{0,40} (?:an?|the|this|that|another) (?:[a-z-]{2,15} )?ones?[,.;])"
)
_LEANS_WITHIN = re.compile(
    rf"[”\"»],? (?:(?:he|it|she|they|the latter|the former) {_SAID}|{_SAID} (?:he|she|they)"
    rf"|the {_SOURCE} {_SAID}|{_SAID} the {_SOURCE}(?=[,.;]))\b"
    rf"|, (?:he|she|they) {_SAID}[.,]"
    r"|\b(?:(?:[Ii]n|[Aa]t|[Ss]ince|[Bb]y|[Ff]rom|[Dd]uring|[Uu]ntil|[Ww]ithin) that "
    r"(?:time|day|point|moment|night|year|period)\b|(?:since|until) then\b"
    r"|(?:[Oo]n|[Ii]n) both (?:occasions|cases|instances)\b"
    r"|for that (?:comes|came|is|was|will|has|had)\b"
    r"|(?:admit(?:ted|s)|den(?:ied|ies)|(?:reject|dismiss|dispute?)(?:s|es|ed|d)) the "
    r"(?:offence|offense|allegation|accusation|charge|claim|criticism|suggestion)s?\b"
    r"(?! (?:that|of|by|from)\b)|(?:declined|refused) to comment\.\Z"
    r"|(?:that|this|these|those) (?:accusation|allegation|argument|assertion|charge|claim|"
    r"criticism|demand|description|idea|offer|picture|proposal|report|suggestion|view)s?\b"
    r"|(?:did|do|does|said) so\b(?! (?:that|many|much|far))|says? (?:this|that) is\b"
    r"|(?:from|work|worked|live|lived|went|stood|been) there\b(?! (?:is|are|was|were)\b)"
    # “The company has always rejected that account”
    r"|(?:[Tt]hat|[Tt]his) (?:account|agreement|answer|arrangement|assessment|comment|conclusion|"
    r"deal|decision|estimate|explanation|figure|finding|judge?ment|move|practice|question|reading|"
    r"remark|requirement|rule|ruling|scheme|statement|sum|threat|total|verdict|version|warning)\b"
    # “said that two had been replaced”
    rf"|(?:said|says) (?:that )?(?:both|some|none|all|neither|{_COUNT.lower()}) "
    r"(?:had|have|has|was|were|is|are|would|will|could)\b"
    # “A van would take its place”
    r"|(?:take|takes|took|taken|in) (?:its|their|his|her) place\b(?! (?:in|among|of|at|on the)\b)"
    # “The minister accepted 35.”
    r"|(?:accept|reject|count|receiv)ed (?:both|all|none|several|\d{1,4})[,.;]|instead\.\Z)"
)


def needs_antecedent(sentence: str) -> bool:
    """Return whether only the sentence before names a sentence's subject, speaker or contrast."""
    opens = _LEANS_FROM_START.match(sentence) is not None
    return opens or _LEANS_WITHIN.search(sentence) is not None


_AGAIN = re.compile(
    r"\A(?:The|Either|Neither) ([a-z]{3,20}) (?!of\b|that\b|which\b|who\b|in\b|at\b|[a-z]+ of\b)"
)
_INTRODUCED = (
    r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:(?!(?:and|for|in|of|that|the|to|which|who|with)\b)"
    r"[\w’'-]{{1,20}},? ){{0,3}}{noun}\b"
)
_CHANGE = re.compile(
    r"\b(?:most|much|half|part|all) of the (decline|drop|fall|gain|increase|loss|rise)\b"
    r"(?! (?:in|of|since)\b)"
)
_CHANGED = re.compile(
    r"\b(?:fell|fallen|dropped|declined|lost|shrank|slid|sank|rose|risen|gained|grew|grown|climbed|"
    r"increased|jumped)\b"
)
_ANSWERS_CLAIM = re.compile(
    r"\b(?:den(?:ied|ies)|(?:call|reject|dismiss|dispute?)(?:s|es|ed|d)) "
    r"(?:the|that|this|those|these) "
    r"(accusation|account|allegation|charge|claim|criticism|picture|suggestion|version)s?\b"
)
_CLAIMED = re.compile(
    r"\b(?:accus|alleg|blam|claim|condemn|critici[sz]|denounc)(?:e|es|ed|ing|s)?\b"
)


def taken_up(sentence: str) -> list[tuple[str, re.Pattern[str]]]:
    """Return the nouns that a sentence takes up, and for each what matches where it is brought up.

    “The capsule had been borrowed” leans on “They rode in a steel capsule”, “most of the drop” on
    what fell, and “he rejected the claim” on who accused him.
    """
    change = _CHANGE.search(sentence)
    if change:
        return [(change[1], _CHANGED)]
    found = []
    if answered := _ANSWERS_CLAIM.search(sentence):
        found.append((answered[1], _CLAIMED))
    if again := _AGAIN.match(sentence):
        found.append((again[1], re.compile(_INTRODUCED.format(noun=again[1]))))
    return found
