"""Romanian."""

from bot.language.lexicon import Lexicon, Questions
from bot.language.plain_text import word_set
from bot.language.summary_words import SummaryWords

_NOW = "(?: (?:aici|acolo|azi|astăzi|acum|exact|de fapt|oare))*"
_PIECE = "(?:articolul|textul|știrea|reportajul|povestea|articol|știre)"

ROMANIAN = Lexicon(
    code="ro",
    sureness=0.38,
    algorithm="romanian",
    stop_words=word_set(
        "a abia acea aceasta această aceea acei aceia acel acela acele acelea acest acesta aceste "
        "acestea acești aceștia al ale am ar are așa asta astfel au avea avem aveau avut ca când "
        "care căror cărui cât câtă câte câți câtor ce cei cel cele cine către cu cum cui da dacă "
        "dar de deci decât deși din dintre după e ea ei el ele era erau este eu face fi fie fiind "
        "fost i îi îl îmi în într între îți își la le li lor lui m mai mă mea meu mi ne nici "
        "nimeni noastră nostru noi nu o or ori pe pentru până prin s sa să sale sau se si și sînt "
        "sub sunt său te tot toate toți tu u un una unde unei unele unii unor unui va vă vor voi "
        "unul iar "
        "cărei cumva doar foarte trebuie poate pot putea există fiecare încă apoi ăsta ăla fără "
        "despre "
        "spre înainte conform potrivit datorită fac l "
        "săi mult puțin numai deja însă cineva mod fel"
    ),
    questions=Questions(
        person=r"cine|cui|pe cine|ce persoană",
        time=r"când|(?:ce|care) (?:an|anul|zi|ziua|dată|lună|secol|oră|perioadă|anotimp|anotimpul)",
        place=r"unde|(?:ce|care) (?:oraș|țară|loc|sat|regiune|continent)",
        number=r"cât|câtă|câte|câți|câtor|ce (?:vârstă|procent|număr|preț|amendă|sumă)",
        count=r"câte|câți|câtor",
    ),
    times=word_set(
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie "
        "decembrie luni marți miercuri joi vineri sâmbătă duminică ieri mâine azi astăzi secol "
        "secole deceniu "
        "primăvara primăvară vara vară toamna toamnă iarna iarnă"
    ),
    numbers=word_set(
        "doi două trei patru cinci șase șapte opt nouă zece unsprezece doisprezece douăsprezece "
        "cincisprezece douăzeci treizeci patruzeci cincizeci sută sute mie mii milion milioane "
        "miliard miliarde duzină jumătate treime sfert dublu"
    ),
    openings=word_set("și dar iar însă apoi deci totuși astfel acesta aceasta acest această atunci")
    | {"de asemenea"},
    pronouns=word_set("el ea ei ele său sa săi sale lui lor"),
    abbreviations=word_set(
        "dl dlui dna dr prof ing av str nr bd art ex pag vol sf gen col alin lt cpt mr ec "
        "arh jud tel"
    ),
    summaries=SummaryWords(
        phrases=(
            f"ce{_NOW} (?:s(?:-| )a|a|se){_NOW} (?:întâmplat|petrecut|întâmplă|petrece|fost){_NOW}",
            "despre ce (?:e|este|e vorba|este vorba)(?: aici)?",
            "despre ce (?:e vorba în|este vorba în|e|este|vorbește|scrie)(?: (?:acest"
            f"|această))? {_PIECE} {{}}",
            "(?:rezumă|rezumați|rezuma|rezumi|rezume|sintetizează)(?:(?:-| )(?:mi|ne))? {}",
            "(?:(?:un|scurt) )*(?:rezumat|rezumatul) {}",
            "pe scurt",
        ),
        more=(
            "(?:(?:spune|zi|dă)(?:-| )(?:mi|ne) )?(?:ceva )?mai mult(?:e)?(?: (?:despre asta"
            "|detalii))?|ce altceva|continuă",
        ),
        leads=(
            "(?:poți|puteți|ai putea)(?: să)?|(?:fă|dă|faceți)(?:(?:-| )(?:mi|ne))?|vreau|îmi|ne",
        ),
        filling=word_set(
            "articolul articolului articol textul textului text știrea știrii știre "
            "reportajul povestea ultimul ultima recent"
        ),
    ),
)
