"""Spanish."""

from bot.language.lexicon import Lexicon, Questions
from bot.language.plain_text import word_set
from bot.language.summary_words import SummaryWords

_NOW = "(?: (?:aquí|ahí|allí|hoy|exactamente|entonces|realmente|al final))*"
_PIECE = "(?:artículo|texto|noticia|nota|reportaje|historia)"

SPANISH = Lexicon(
    code="es",
    sureness=0.07,
    algorithm="spanish",
    stop_words=word_set(
        "a al algo algunas algunos ante antes aquel aquella como cómo con contra cual cuál cuáles "
        "cuando cuándo cuánta cuántas cuánto cuántos de del desde donde dónde durante e el él "
        "ella ellas ello ellos en entre era eran es esa esas ese eso esos esta está están estaba "
        "estaban estado estar estas este esto estos fue fueron ha había habían haber han hasta "
        "hay he la las le les lo los más me mi mis mismo muy nada ni no nos nosotros nuestra "
        "nuestro o os otra otras otro otros para pero poco por porque qué que quien quién quiénes "
        "quienes se sea ser será si sí sido sin sobre son su sus suyo también tanto te tenía "
        "tiene tienen todo todos tu tus un una uno unos unas vosotros y ya yo tras puede pueden "
        "podía "
        "adónde adonde cuales cuanta cuantas cuanto cuantos van va iba hace hacía tan tal cada "
        "solo sólo así aún aunque según sino debe deben pues "
        "mediante serán hubo hacen hacer quiere quieren todavía menos u alguien manera"
    ),
    questions=Questions(
        person=r"quién(?:es)?|qué (?:persona|hombre|mujer)",
        time=r"cuándo|qué (?:año|día|fecha|mes|siglo|hora|época|período|estación del año)",
        place=r"(?:a)?dónde|qué (?:ciudad|país|lugar|pueblo|región|continente|sitio)",
        number=r"cuánt[oa]s?|qué (?:edad|porcentaje|cantidad|número|precio|multa|parte)",
        count=r"cuánt[oa]s",
    ),
    times=word_set(
        "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre "
        "diciembre lunes martes miércoles jueves viernes sábado domingo ayer mañana hoy siglo "
        "siglos década décadas madrugada mediodía medianoche "
        "primavera verano otoño invierno noche"
    ),
    numbers=word_set(
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte "
        "treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento cientos mil miles "
        "millón millones docena mitad tercio cuarto doble"
    ),
    openings=word_set(
        "y e pero o u pues luego entonces después además también así esto "
        "esta este estos estas esa ese aquello finalmente"
    )
    | {"sin embargo", "por eso", "no obstante"},
    pronouns=word_set("él ella ellos ellas su sus le les éste ésta"),
    abbreviations=word_set(
        "sr sra srta sres dr dra d dña prof lic ing gral cnel av avda c pág págs vol núm n art "
        "cap ej aprox tel ee uu p a m s st sto sta ud uds cía ctra depto dpto prov excmo ilmo hnos "
        "gob pdte tte sgto mons"
    ),
    summaries=SummaryWords(
        phrases=(
            f"qué (?:es lo que )?(?:pas[óa]|sucedi[óo]|sucede|ocurri[óo]|ocurre){_NOW}",
            "qué (?:es lo que )?(?:ha|está|estaba) (?:pasado|sucedido|ocurrido|pasando"
            f"|sucediendo|ocurriendo){_NOW}",
            "de qué (?:se )?(?:trata|habla|va)(?: (?:esto|eso|todo esto))?",
            f"de qué (?:trata|habla|va) (?:el|la|este|esta|ese|esa) {_PIECE} {{}}",
            "(?:resum(?:e|a|ir)|resúm[ea])(?:me|nos|lo|la)* {}",
            "(?:(?:un|el|en|breve|pequeño) )*resumen {}",
            f"qué dice (?:el|la|este|esta|ese|esa) {_PIECE} {{}}|cuál es el tema",
            "en (?:pocas|dos) palabras|lo (?:esencial|más importante)",
        ),
        more=(
            "(?:(?:cuéntame|dime|dame|quiero saber) )?(?:algo |un poco )?más"
            "(?: (?:sobre|de) (?:esto|eso|ello)| (?:información|detalles))?",
            "(?:y )?(?:qué|algo|nada) más|sigue|continúa",
        ),
        leads=(
            "(?:me )?(?:puedes|podrías|puede|podría|pueden)|(?:quiero|quisiera|necesito)",
            "(?:haz|hazme|dame|da|danos|hacer|hacerme|dar|darme)|y|entonces|pues",
        ),
        filling=word_set(
            "artículo texto noticia nota reportaje historia último última últimas reciente"
        ),
    ),
)
