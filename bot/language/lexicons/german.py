"""German."""

from bot.language.lexicon import Lexicon, Questions
from bot.language.plain_text import word_set
from bot.language.summary_words import SummaryWords

_NOW = "(?: (?:hier|da|dort|denn|eigentlich|genau|gerade|heute|jetzt|überhaupt|nun))*"
_PIECE = "(?:artikel|text|bericht|beitrag|meldung|nachricht|geschichte)"

GERMAN = Lexicon(
    code="de",
    sureness=0.37,
    algorithm="german",
    capitals_are_names=False,
    ordinal_stop=True,
    stop_words=word_set(
        "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer "
        "anderes auch auf aus bei beim bin bis bist da dabei damit dann das dass daß dein deine "
        "dem den denn der des dessen deren dich die dies diese dieselbe diesem diesen dieser "
        "dieses dir doch dort du durch ein eine einem einen einer eines einig einige er es etwas "
        "euch euer eure für gegen gewesen hab habe haben hat hatte hatten hätte hätten hier hin "
        "hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist jede jedem "
        "jeden jeder jedes jene jenem jenen jener jenes jetzt kann kein keine keinem keinen "
        "keiner können könnte machen man manche mein meine mich mir mit muss musste nach nicht "
        "nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seines selbst sich "
        "sie sind so solche soll sollen sollte sondern sonst über um und uns unser unsere unter "
        "viel vom von vor während war waren warst was weg weil welche welchem welchen welcher "
        "welches wem wen wenn wer werde werden wessen wie wieder will wir wird wirst wo wollen "
        "wollte wurde wurden würde würden zu zum zur zwar zwischen wann warum wieso weshalb wohin "
        "woher wobei woran worauf woraus worin worüber womit wodurch wofür wovon wozu viele "
        "wieviel mussten durfte dürfen darf heißt heißen hieß hießen "
        "mal eigentlich halt eben schon gerade gibt gab geht worum wogegen weswegen seit müssen "
        "sei seien wäre wären hast habt seid dafür davon dazu daran darauf darüber etwa bereits "
        "bitte "
        "trotz wegen sowie mehr wieviele worden konnten mag möchte jemand "
        "jemanden niemand nachdem bevor sowohl"
    ),
    questions=Questions(
        person=r"wer|wen|wem|wessen|welche[rnms]? (?:person|mann|frau|mensch)",
        time=r"wann|welche[rnms]? (?:jahr|tag|datum|monat|jahrhundert|uhrzeit|zeit|epoche|"
        r"jahreszeit|wochentag)",
        place=r"wo|wohin|woher|welche[rnms]? (?:stadt|land|ort|dorf|region|gegend|kontinent)",
        number=r"wie ?viele?|wie (?:hoch|lang|lange|alt|weit|groß|oft|tief|breit|schnell|schwer)|"
        r"wie teuer|"
        r"welche (?:zahl|summe|menge)|welcher (?:anteil|betrag|preis)|welches bußgeld",
        count=r"wie ?viele",
    ),
    times=word_set(
        "januar jänner februar märz april mai juni juli august september oktober november "
        "dezember montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag gestern "
        "morgen heute jahrhundert jahrzehnt montagabend dienstagmorgen uhr "
        "frühling frühjahr sommer herbst winter abend nacht"
    ),
    numbers=word_set(
        "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
        "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million "
        "millionen milliarde milliarden dutzend hälfte drittel viertel doppelt"
    ),
    openings=word_set(
        "und aber oder denn doch jedoch also dann danach daher deshalb deswegen außerdem "
        "allerdings trotzdem dennoch dabei dies das diese dieser dieses auch zudem so"
    ),
    pronouns=word_set(
        "er sie es ihm ihn ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner"
    ),
    abbreviations=word_set(
        "dr prof hr fr st str nr bzw ca d dgl evtl geb gest ggf h i inkl jh jhd max min mind mio "
        "mrd o od p s sog tel u v vgl z zt bspw bez dipl ing jan feb apr jun jul aug sep sept okt "
        "nov dez abs art a n c ff rn rdn rdnr az abb kap bd hrsg aufl jun sen tsd std ehem insb "
        "bzgl zzgl abzgl gem lt hl ev kath"
    ),
    summaries=SummaryWords(
        phrases=(
            f"was (?:ist|war){_NOW} (?:passiert|geschehen|vorgefallen|los){_NOW}",
            f"was (?:passierte?|geschieht|geschah){_NOW}",
            f"(?:worum|um was) geht(?: es|'?s){_NOW}",
            f"(?:worum|um was) geht(?: es|'?s){_NOW} (?:im|beim|in (?:dem|der"
            f"|diese[mr])) {_PIECE} {{}}",
            f"wovon handelt (?:das|(?:der|die|das|diese[rs]?) {_PIECE}) {{}}",
            "(?:fass|fasse|fasst|fassen sie) {} zusammen",
            "{} zusammenfassen",
            "(?:(?:eine|die|kurze|knappe) )*(?:zusammenfassung|kurzfassung|inhaltsangabe) {}",
            "in kürze|kurz ?gesagt|(?:was ist )?das (?:wichtigste|thema)(?: in kürze)?",
            "was steht(?: da)? drin",
        ),
        more=(
            "(?:(?:erzähle?|sage?|zeige?)(?: mir| uns)? )?(?:(?:bitte|noch|etwas) )*mehr"
            "(?: (?:davon|darüber|dazu|infos?))?",
            "(?:und )?(?:was|sonst) noch(?: was)?|(?:und )?weiter",
        ),
        leads=(
            "(?:kannst|könntest|kann|können|könnten) (?:du|sie|man|jemand)",
            "(?:gib|schreib|mach)(?: mir| uns)?|ich (?:möchte|brauche)|mir|uns|also|und",
        ),
        filling=word_set(
            "artikel artikels text textes bericht berichts beitrag beitrags meldung "
            "nachricht geschichte neueste neuesten letzte letzten aktuelle aktuellen "
            "ganzen kurz bitte mal"
        ),
    ),
)
