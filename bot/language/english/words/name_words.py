"""The words around people's names in English news."""

from __future__ import annotations

import re

from bot.language.english.words.kin_words import FEMININE, KIN, MASCULINE
from bot.language.english.words.phrases import PHRASES
from bot.language.english.words.role_words import (
    COMPANY_ROLES,
    OFFICES,
    PORTFOLIOS,
    ROLE_ADJECTIVES,
    ROLE_ENDINGS,
    ROLE_NOUNS,
    SHARED_ROLES,
)
from bot.language.english.words.short_names import SHORT_ENDINGS, SHORT_NAMES
from bot.language.english.words.thing_words import (
    ANIMALS,
    FIRM_ENDINGS,
    KNOWN_ORGANISATIONS,
    LARGE_PLACES,
    ORGANISATION_WORDS,
    SETTLEMENTS,
    SHIPS_TITLES,
    THING_NOUNS,
    VESSELS,
)
from bot.language.name_parts import PARTICLES, SUFFIXES
from bot.language.name_rules import NameRules
from bot.language.plain_text import word_set

HONORIFICS = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady madam madame monsieur mme mlle herr "
    "frau señor señora sheikh shaikh imam ayatollah mullah rabbi reverend rev father fr sister "
    "brother pastor bishop archbishop cardinal pope king queen prince princess duke "
    "duchess count baron baroness emir sultan hon messrs capt captain gen general lt lieutenant "
    "col colonel maj major sgt sergeant cpl corporal pvt private adm admiral cmdr commander "
    "brig brigadier commodore marshal sen rep gov pres coun cllr cllrs drs profs sens reps "
    "datuk datin dato seri"
)

PARTIES = word_set(
    "republican republicans democrat democrats democratic labour conservative conservatives "
    "tory tories liberal liberals green greens communist socialist nationalist pan-democrat "
    "pan-democrats independent unionist catholic muslim jewish christian protestant sunni shia "
    "shiite buddhist hindu anglican orthodox"
)
SPEECH_VERBS = word_set(
    "said says say told tells asked asks added adds wrote writes tweeted stated states "
    "announced argued argues claimed claims commented declared denied explained explains "
    "insisted noted notes observed pointed remarked replied reported responded stressed "
    "suggested thinks thought believes believed warned warns urged urges vowed praised "
    "criticised criticized confirmed acknowledged admitted agreed alleged concluded continued "
    "described disclosed recalled revealed testified accused called posted promised pledged "
    "emphasised emphasized expressed apologised apologized resigned welcomed laughed joked met "
    "spoke speaks calls cried shouted quipped recalls insists admits jokes concedes "
    "conceded"
)
ACTION_VERBS = word_set(
    "beat beats stunned edged saw sees knew met hired fired named picked helped found left let "
    "scored won lost led played coached defeated received became was is has had will would who "
    "whose took made went came died married joined signed served replaced succeeded ran "
    "faces faced wants wanted denied plans planned hopes hoped headed saved conceded missed "
    "visited resigned denounced seeks questioned arrived held gave attended chose stood sat wept "
    "cried smiled slept ate drank sang danced drove walked retired watched waved nodded"
)
WEEKDAYS_AND_MONTHS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december christmas easter ramadan"
)
PLACE_PREPOSITIONS = word_set("in at near from to through across throughout outside inside around")
COMMON_CAPITALISED = word_set(
    "i a an the this that these those it its he she they we you his her their our my your there "
    "here in on at by for from with of to as and or but nor so if when while after before "
    "during since until although though because however meanwhile moreover also then thus not "
    "no yes new old first second third last next one two three four five six seven eight nine "
    "ten many most some all both each every other another such more much several few what who "
    "whom whose which where why how yesterday today tomorrow now once only even just still "
    "despite according instead following under over between among within without against about "
    "above below like unlike image photo file video caption god internet english french german "
    "please thank thanks mr mrs ms dr neither either later earlier recently currently "
    "finally additionally furthermore indeed perhaps maybe oh well did does do is was are were "
    "has have had will would can could should may might must let born best great big good young "
    "early late high main i'm i'd i'll i've it's he's she's we're we've they're you're that's "
    "there's what's let's don't didn't isn't can't won't wasn't doesn't"
)
"""Words that begin sentences or that are capitalised for another reason than being a name."""


_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_ABBREVIATIONS = word_set(
    "mr mrs ms dr prof gen col lt maj sgt capt sen rep gov st rev hon jr sr fr brig adm cmdr pres"
)
_CREDIT_WORDS = (
    *("eporting by ", "diting by ", "dited by ", "ompiled by ", "ranslated by ", "hotograph by "),
    *("hotographs by ", "raphic by ", "raphics by ", "nterview by ", "nterviewed by "),
    *("riting by ", "ritten by ", "By ", " contributed", "Follow ", " reported from "),
)

NAME_RULES = NameRules(
    language="en",
    honorifics=HONORIFICS,
    forms_of_address=word_set(
        "mr mrs ms dr miss mx sir dame madam messrs lord lady father fr brother sister mother "
        "datuk datin dato seri"
    ),
    abbreviations=_ABBREVIATIONS,
    offices=OFFICES,
    office_nouns=OFFICES - PORTFOLIOS - ROLE_ADJECTIVES,
    portfolios=PORTFOLIOS,
    parties=PARTIES,
    role_nouns=ROLE_NOUNS,
    role_adjectives=ROLE_ADJECTIVES,
    role_endings=ROLE_ENDINGS,
    agent_endings=("er",),
    once_words=word_set("former retired one-time"),
    short_offices=word_set("gov sen rep gen lt col maj sgt capt adm cmdr brig prof"),
    rank_words=word_set("no number"),
    passing_roles=word_set(
        "child boy girl kid baby teenager teen youngster youth schoolboy schoolgirl student "
        "undergraduate"
    ),
    verbal_roles=word_set("escort guard host judge nurse"),
    whole_offices=word_set(
        "president minister premier leader chairman ruler spokesman spokeswoman"
    ),
    role_participles=word_set(
        "suspected alleged convicted accused jailed captured wanted ousted deposed exiled injured "
        "newly-elected appointed disgraced embattled assassinated murdered"
    ),
    territorial_titles=word_set(
        "lord lady baron baroness viscount earl count countess duke duchess marquess"
    ),
    shared_roles=SHARED_ROLES,
    company_roles=COMPANY_ROLES,
    speech_verbs=SPEECH_VERBS,
    action_verbs=ACTION_VERBS,
    clause_verbs=SPEECH_VERBS
    | word_set(
        "is was are were has have had will would did does do can could may might must went came "
        "made took gave given give gives became becomes remains stays while when after before "
        "because although but which that"
    ),
    phrase_openings=word_set(
        "the a an his her its their my our your this that these those by with to from of for at "
        "in on and or but as when while where because after before if than like against between "
        "since until whether"
    ),
    organisation_words=ORGANISATION_WORDS,
    place_prepositions=PLACE_PREPOSITIONS,
    within_prepositions=word_set("in at near on"),
    compound_endings=(
        "-based",
        "-born",
        "-backed",
        "-built",
        "-controlled",
        "-led",
        "-listed",
        "-made",
        "-owned",
        "-run",
        "-speaking",
        "-style",
        "-trained",
    ),
    credit=re.compile(
        r"(?:\b[Aa]dditional )?\b(?:[Rr]eporting|[Ee]diting|[Ee]dited|[Cc]ompiled|[Tt]ranslated"
        r"|[Pp]hotographs?|[Gg]raphics?|[Ii]nterview|[Ii]nterviewed) by (?=[A-Z])"
        r"|\A\(?(?:[Ww]riting by|[Ww]ritten by|By) (?=[A-Z])"
        # “Associated Press writers X in Jakarta and Y contributed to this report.”
        r"|\A[_ ]{0,9}(?:The )?(?:Associated Press|AP|Reuters|AFP)(?: [a-z]{2,20}){1,3}"
        r"(?= [A-Z][^.]{3,200} contributed\b)"
        r"|\AFollow (?=[A-Z][\w’'-]{1,30} [A-Z][^.]{1,60} (?:on|at) )"
        r"|\A(?=[A-Z][^.]{2,80} reported from [^.]{2,80}\.(?:\Z| (?:The )?(?:AP|Associated)))"
    ),
    credit_words=_CREDIT_WORDS,
    thing_nouns=THING_NOUNS,
    vessels=VESSELS,
    settlements=SETTLEMENTS,
    ships_titles=SHIPS_TITLES,
    ships_letters=word_set(
        "hms hmas hmcs hmnzs uss usns uscgc ins kri brp rms rrs mv ss fv rv sms roks"
    ),
    known_organisations=KNOWN_ORGANISATIONS,
    weekdays=_WEEKDAYS,
    weekdays_and_months=WEEKDAYS_AND_MONTHS,
    trailing_words=_WEEKDAYS | word_set("in on at the a an as by for from image photo file video"),
    common_capitalised=COMMON_CAPITALISED,
    opening_words=COMMON_CAPITALISED - _ABBREVIATIONS,
    titles=word_set("mr mrs ms miss dr sir prof"),
    suffixes=SUFFIXES,
    particles=PARTICLES,
    genitives=frozenset({"of"}),
    office_joiners=word_set("of the and"),
    list_gaps=frozenset({", ", " and ", ", and ", " & ", " or ", ", or "}),
    beside_names=word_set("of and &"),
    short_names=SHORT_NAMES,
    short_endings=SHORT_ENDINGS,
    small_words=word_set("the a an of for and in at from to on with his her its their former"),
    phrases=PHRASES,
    animals=ANIMALS,
    storms=word_set("storm hurricane typhoon cyclone"),
    saints=word_set("saint st san santa"),
    firm_before=re.compile(
        r"\b(?:(?:[Ss]hares?|[Ss]tock|[Ss]takes?|[Ss]hareholders|[Ii]nvestors) (?:in|of)"
        r"|(?:[Pp]ublished|[Rr]eleased|[Bb]rewed|[Mm]anufactured) by"
        r"|(?:subsidiary|unit|division|acquisition|takeover|[Cc]hief executive|CEO"
        r"|(?:finance|managing) director|(?:general|vice) (?:manager|president)) of"
        r"|(?:[Aa]nalysts?|[Aa]uditors?|[Ee]conomists?|[Ss]trategists?|[Bb]ankers?|[Bb]rokers?"
        r"|lawyers?|solicitors?|consultants?|jobs?|work|works|worked|working) at"
        r"|(?:[Aa]uditors|[Aa]ccountants|[Ee]ngineers|[Ss]cientists|[Ll]awyers|[Ww]orkers"
        r"|[Cc]onsultants|[Ee]xperts) from) \Z"
    ),
    firm_behind=re.compile(
        r"(?: & | and )(?:Co|Sons?|Daughters?|Bros|Partners|Associates|Company)\b"
        r"| (?:shares|stock|shareholders|subsidiary|stores|outlets)\b"
        r"| (?:hospital|airport|university|school|college|stadium|library|museum|foundation|prize"
        r"|award|institute|theatre|theater|lecture|scholarship)s?\b(?! [a-z]+(?:er|or|ist)\b)"
        r"| (?:rose|fell|gained|lost|slipped|slid|dropped|climbed|jumped|added|shed|eased|sank"
        r"|surged|tumbled) (?:by |about |nearly )?\d[\d.,]{0,6} ?(?:%|per ?cent\b|percent\b)"
        # “Arden Brooke, a holder of bonds, said that it would sell them.”
        r"|(?:, [^,.;“”\"]{3,60},)? (?:said|says|announced) (?:that )?it (?:plan(?:s|ned)|(?:expect"
        r"|intend|aim|regret|operate|employ|own)(?:ed|ted|s|d)?|(?:would|will|had) (?:not )?(?:buy"
        r"|bought|sell|sold|hold|held|cut|closed?|open|opened|invest|invested|hired?|appeal|appealed"
        r"|launch|launched|raised?|pay|paid|agreed|offer|offered|moved?|keep|kept))\b"
        r"| (?:analyst|economist|strategist)s? [A-Z]|,? (?:Inc|Corp|Ltd|PLC|plc|LLC|LLP)\b"
    ),
    firm_nouns=word_set(
        "group company firm chain brand bank conglomerate brewery distillery bakery insurer lender "
        "retailer supermarket manufacturer distributor carmaker automaker chipmaker drugmaker "
        "planemaker toymaker housebuilder shipbuilder publishers auctioneers"
    ),
    plural_verbs=word_set("are have were take play face lead need want meet host remain"),
    firm_endings=FIRM_ENDINGS,
    corporate_endings=word_set("inc ltd plc llc llp gmbh corp corporation holdings bancorp"),
    firm_letters=word_set("ab ag asa bv cie kg kk na nv oy sa se spa"),
    kin_behind=re.compile(
        r"(?:['’]s|['’]) (?:[a-z]+ )?(?:wife|husband|widow|widower|mother|father|parents|brothers?"
        r"|sisters?|daughters?|girlfriend|boyfriend|fiancée?|stepmother|stepfather|grandmother"
        r"|grandfather|cousin|uncle|aunt|nephew|niece)\b"
    ),
    maker_words=frozenset({"by"}),
    led_in=re.compile(
        r"\b(?:goals?|tries|try|headers?|penalt(?:y|ies)|doubles?|brace|hat-trick|centur(?:y|ies)"
        r"|wickets) (?:by|from) \Z"
    ),
    plural_titles=word_set(
        "cllrs councillors councilors messrs drs profs presidents ministers premiers chancellors "
        "senators sens reps"
    ),
    kin=KIN,
    masculine=MASCULINE,
    feminine=FEMININE,
    personal_words=MASCULINE | FEMININE | word_set("he she him my me i"),
    naming_words=word_set("called named dubbed nicknamed"),
    common_words_known=True,
    never_names=OFFICES | HONORIFICS | PARTIES | LARGE_PLACES | WEEKDAYS_AND_MONTHS,
)
"""What English says around people's names."""
