"""Dutch."""

from bot.language.lexicon import Apostrophe, Lexicon, Questions
from bot.language.plain_text import word_set
from bot.language.summary_words import SummaryWords

_NOW = "(?: (?:hier|daar|nu|dan|vandaag|precies|eigenlijk|allemaal|toch))*"
_PIECE = "(?:artikel|bericht|stuk|verhaal|nieuws|tekst)"

DUTCH = Lexicon(
    code="nl",
    sureness=-0.24,
    algorithm="dutch",
    apostrophe=Apostrophe.ENDS,
    stop_words=word_set(
        "aan af al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen "
        "door dus een eens en er ge geen geweest haar had hadden heb hebben heeft hem het hier "
        "hij hoe hoeveel hun iemand iets ik in is ja je kan kon kunnen maar me meer men met mij "
        "mijn moet moest moeten na naar niet niets nog nu of om omdat onder ons ook op over reeds "
        "rond te tegen toch toen tot u uit uw van veel via voor waar waaraan waarom waarover "
        "waarin waarmee was waardoor wat we welk welke werd werden wezen wie wiens wij wil wilde "
        "worden wordt zal ze zelf zich zij zijn zo zonder zou zouden wanneer hoelang tijdens t s "
        "wel even eigenlijk gaat ging gaan waarop waarvan waarvoor waarnaar hoezo ervan erin "
        "ermee daarvan hebt bent mag mogen jullie jou jouw waren "
        "gedurende per sinds tussen vanaf vanwege volgens "
        "waarheen geworden konden zullen willen doet deed zeer heel minder niemand manier"
    ),
    questions=Questions(
        person=r"wie|wiens|welke (?:persoon|man|vrouw)",
        time=r"wanneer|welke? (?:jaar|dag|datum|maand|eeuw|tijd|periode|weekdag|seizoen|"
        "jaargetijde)",
        place=r"waar|waarheen|welke? (?:stad|land|plaats|dorp|streek|regio|werelddeel)",
        number=r"hoeveel|hoe (?:lang|oud|ver|groot|hoog|vaak|diep|breed|snel|zwaar)|"
        r"welke? (?:aantal|percentage|bedrag|prijs|boete|deel)",
        count=r"hoeveel",
    ),
    times=word_set(
        "januari februari maart april mei juni juli augustus september oktober november december "
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren morgen vandaag eeuw "
        "eeuwen decennium dinsdagochtend maandagavond uur "
        "lente voorjaar zomer herfst najaar winter nacht"
    ),
    numbers=word_set(
        "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
        "twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd duizend miljoen "
        "miljard dozijn helft derde kwart tweemaal dubbel"
    ),
    openings=word_set(
        "en maar of want dus dan toen daarna echter toch ook bovendien daarom zo dit dat deze die "
        "verder"
    )
    | {"ten slotte"},
    pronouns=word_set("hij zij ze het hem haar hun zijn"),
    abbreviations=word_set(
        "dhr mevr mw dr drs prof mr ir ing st nr nrs blz bijv bv evt ca incl excl max min mln mld "
        "o.a d.w.z p art jl jhr jan feb apr jun jul aug sept okt nov dec resp fa ds tel zgn v.chr "
        "n.chr gem"
    ),
    summaries=SummaryWords(
        phrases=(
            f"wat (?:is|was) er{_NOW} (?:gebeurd|gaande|aan de hand|voorgevallen){_NOW}",
            f"wat (?:gebeurt|gebeurde|speelt) er{_NOW}",
            f"waar gaat (?:het|dit|dat){_NOW} over|waarover gaat (?:het|dit|dat){_NOW}",
            f"waar gaat (?:het|dit|dat) {_PIECE} {{}} over|waarover gaat (?:het|dit"
            f"|dat) {_PIECE} {{}}",
            "vat {} samen",
            "{} samenvatten",
            "(?:(?:een|de|korte|beknopte) )*samenvatting {}",
            "wat is het onderwerp",
            "in het kort|kort ?om|het belangrijkste",
        ),
        more=(
            "(?:(?:vertel|zeg|geef)(?: me| mij| ons)? )?(?:(?:nog|iets|wat) )*meer"
            "(?: (?:hierover|daarover|erover|info))?",
            "(?:en )?wat nog(?: meer)?|(?:en )?verder|ga door",
        ),
        leads=(
            "(?:kun|kan|kunt|zou|zou je|wil) (?:je|jij|u|iemand|kunnen)|(?:geef|maak)(?: me"
            "| mij| ons)?",
            "ik (?:wil|wil graag)|me|mij|ons|dus|en",
        ),
        filling=word_set("artikel bericht stuk verhaal nieuws tekst laatste nieuwste even kort"),
    ),
)
