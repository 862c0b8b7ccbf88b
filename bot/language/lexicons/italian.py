"""Italian."""

from bot.language.lexicon import Apostrophe, Lexicon, Questions
from bot.language.plain_text import word_set
from bot.language.summary_words import SummaryWords

_NOW = "(?: (?:qui|qua|lì|oggi|esattamente|di preciso|insomma|allora))*"
_PIECE = "(?:articolo|testo|notizia|pezzo|servizio|storia)"

ITALIAN = Lexicon(
    code="it",
    sureness=0.28,
    algorithm="italian",
    apostrophe=Apostrophe.PARTS,
    stop_words=word_set(
        "a abbia ad agli ai al alla alle all allo allora anche ancora avere aveva avevano c che "
        "chi ci cioè coi col come con contro cosa cui d da dagli dai dal dall dalla dalle dallo "
        "degli dei del dell della delle dello di dopo dove dov e è ed era erano essere fa fra fu "
        "furono gli ha hai hanno ho i il in io l la là le lei li lo loro lui m ma me mi mia mio n "
        "ne negli nei nel nell nella nelle nello noi non nostra nostro o ogni oltre per perché "
        "però più po poi prima qual quale quali qualche quando quanta quante quanti quanto quant "
        "quell quella quelle quelli quello quest questa queste questi questo qui s se sei senza "
        "si sia sono sta stata state stati stato su sua sue sugli sui sul sull sulla sulle sullo "
        "suo suoi t te ti tra tu tutti tutto un una uno v verrà vi viene voi venne può possono "
        "molto "
        "fanno faceva va vanno deve devono doveva sarà saranno sarebbe essa esso essi c'è "
        "qualcuno quand mai "
        "verso durante circa cos'è cos poteva fare vuole vogliono già meno solo "
        "modo"
    ),
    questions=Questions(
        person=r"chi|quale persona|quale uomo|quale donna",
        time=r"quando|(?:che|quale|quali|qual) (?:anno|giorno|data|mese|secolo|ora|epoca|periodo|"
        r"stagione)",
        place=r"dove|dov|(?:che|quale|quali) (?:città|paese|luogo|regione|villaggio|continente)",
        number=r"quant[oaie]|quant|(?:che|quale|qual) (?:età|percentuale|numero|prezzo|multa|cifra|"
        r"somma|quantità)",
        count=r"quant[ie]",
    ),
    times=word_set(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
        "dicembre lunedì martedì mercoledì giovedì venerdì sabato domenica ieri domani oggi "
        "secolo secoli decennio decenni alba mezzogiorno mezzanotte "
        "primavera estate autunno inverno notte"
    ),
    numbers=word_set(
        "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
        "quindici venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento mille "
        "mila milione milioni miliardo miliardi dozzina metà terzo quarto doppio"
    ),
    openings=word_set(
        "e ed ma o però quindi dunque poi allora inoltre tuttavia così anche questo questa questi "
        "queste ciò infatti infine perciò"
    ),
    pronouns=word_set("lui lei loro egli essa esso essi suo sua suoi")
    | {"il suo", "la sua", "i suoi"},
    abbreviations=word_set(
        "sig sigg sig.ra dott dott.ssa prof prof.ssa avv ing arch on sen gen col cap s st n nn p "
        "pag pagg vol art cfr es tel ca circa a.c d.c d.lgs d.l co geom rag mons card ten mar brig "
        "magg gov"
    ),
    summaries=SummaryWords(
        phrases=(
            f"(?:che )?(?:cosa|cos'?) ?(?:è|sta|è mai|succede|accade){_NOW}(?: (?:successo"
            f"|accaduto|succedendo|accadendo))?{_NOW}",
            f"che (?:è successo|è accaduto|succede|sta succedendo){_NOW}",
            "di (?:che )?cosa (?:si )?(?:tratta|parla)|di che (?:si )?(?:tratta|parla)",
            "di (?:che )?cosa (?:tratta|parla) (?:l'|(?:il|la|lo|questo|questa"
            f"|quest') ?){_PIECE} {{}}",
            "(?:riassum(?:i|a|ere|iamo)|sintetizza)(?:mi|ci|lo|la)? {}",
            "(?:(?:un|il|in|breve|rapido) )*(?:riassunto|riepilogo|sunto) {}",
            "qual ?è (?:il tema|l'argomento)",
            "in (?:breve|sintesi|poche parole)|l'essenziale",
        ),
        more=(
            "(?:(?:dimmi|raccontami|dammi) )?(?:di|qualcosa in|un po' di)? ?più"
            "(?: (?:su questo|informazioni|dettagli))?",
            "(?:e )?(?:che|cos)'?a?l?t?r?o? ?altro|altro|continua|vai avanti",
        ),
        leads=(
            "(?:mi )?(?:puoi|potresti|può|potrebbe|puoi farmi)|(?:vorrei|voglio|mi serve)",
            "(?:fammi|dammi|fai|fa|dai|fare|farmi)|e|allora",
        ),
        filling=word_set(
            "articolo testo notizia pezzo servizio storia ultimo ultima ultime recente"
        ),
    ),
)
