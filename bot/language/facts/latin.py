"""Words for facts in languages with Latin script."""

from bot.language.facts.words import Fact, Facts

LATIN = {
    "fr": Facts(
        Fact(r"nées?\b|nés?\b|naquit|naissance|naître", r"natifs?\b|natives?\b|vu le jour"),
        Fact(
            r"morts?\b|mortes?\b|meur[st]|mour|décéd|décès|mourut",
            "tu[éa]|victime|disparu|succomb|péri|coûté la vie|assassin|obsèques|noyé|exécut",
        ),
        Fact(
            "fond[ée]|fondat|créée?s?\\b|création|construi|bâtie?s?\\b|édifi",
            "lanc|établi|ouvert|inaugur|naissance|née?s?\\b|date d|depuis|remonte|achev",
        ),
        Fact("mari[ée]|mariage|épous", r"noces|conjoint|union\b"),
        Fact("écri[tv]|rédig|aut(?:eur|rice)", "sign|paru|publi|roman de|livre de|plume"),
    ),
    "de": Facts(
        Fact(r"geboren|geburt", r"jahrgang|welt\b|gebürtig"),
        Fact(
            r"starb|gestorben|sterb|stirbt|verst[ao]rb|tod\b|todes",
            "tote?[rnsm]?\\b|töt|getöt|ermord|umgekommen|leben\\b|erlag|erlegen|hingericht|enthaupt|"
            "gefallen|beigesetzt|nachruf|leiche|erschoss|opfer|überlebt",
        ),
        Fact(
            "gegründet|gründ|gebaut|erbaut|errichtet|bau(?:jahr|te)",
            "entst[ae]nd|besteh|bau|eröffn|begann|begonnen|eingeweiht|fertig|geschaffen|gestartet|"
            "ins leben",
        ),
        Fact("geheirat|heirat|hochzeit", "verheirat|ehe|trau|vermähl|braut|gatt|ja-wort"),
        Fact("schrieb|geschrieben|verfass|autor", "schreib|gedichtet|feder|roman|buch|unterzeichn"),
    ),
    "es": Facts(
        Fact("naci[óeod]|nacer|nacimiento", r"natural de|natal|vino al mundo"),
        Fact(
            r"mur[ií]|muert|morir|falleci",
            r"mat[óa]|asesin|víctima|cadáver|perdi[óe]|vida\b|ejecut|decapit|ahog|sucumb|cay[óe]",
        ),
        Fact(
            r"fund[óa]|constru|cre[óa]d|creación|creó|edific",
            "abri|abier|inaugur|levant|nació|desde|lanz|establec|surgi|data de|termin",
        ),
        Fact(r"cas[óa]\b|casaron|casad|boda|matrimonio", "espos|marido|mujer|enlace|nupcia"),
        Fact(r"escri(?:b|t)|autor|redact", "firm|publi|novela|libro|obra"),
    ),
    "it": Facts(
        Fact(r"nat[oaei]\b|nacque|nascita|nascer|nasc", "natale|originari|luce"),
        Fact(
            r"mor[itì]|mort[oeai]\b|decedut|scompars",
            "ucci|assassin|vittim|vita|spent|perso|giustizi|decapit|annegat",
        ),
        Fact(
            "fond[òa]|costrui|creat|creazione|edific|eret",
            "nat[oa]|nasc|apert|apri|inaugur|avviat|dal\\b|sort|istitu|risal|complet",
        ),
        Fact("spos|matrimonio|nozze", "marito|moglie|coniug"),
        Fact("scri[tsv]|autor|autrice|redatt|redig", "firm|pubblic|romanzo|libro|opera"),
    ),
    "pt": Facts(
        Fact(r"nasc", r"natural d|natal\b"),
        Fact(
            r"morr|mort[oea]s?\b|falec",
            "mat[oa]|assassin|vítima|vida|óbito|execut|decapit|afog|perd",
        ),
        Fact(
            r"fund[oa]|constru|cri[oa]d|criação|criou|edific|ergu",
            "abri|abert|inaugur|nasc|desde|lanç|estabel|surgi|data de|conclu",
        ),
        Fact(r"casou|casar|casad|casamento", "espos|marido|mulher|matrimónio|matrimônio|noiv"),
        Fact(r"escr[ei]|autor|redigi", "assin|public|romance|livro|obra"),
    ),
    "nl": Facts(
        Fact("geboren|geboorte", r"wereld|afkomstig|kwam uit"),
        Fact(
            "stierf|sterv|gestorven|sterf|overle(?:ed|den)|overlij|dood",
            "gedood|doden|vermoord|leven|omgekomen|slachtoffer|bezweken|onthoofd|terechtgesteld",
        ),
        Fact(
            "opgericht|opricht|gesticht|stichtte|gebouwd|bouw",
            "geopend|ontstaan|ontstond|begon|sinds|bestaat|gestart|voltooid|in gebruik",
        ),
        Fact("getrouwd|trouw|huwelijk|bruiloft", "gehuwd|echtgeno|man\\b|vrouw\\b"),
        Fact("schreef|geschreven|auteur|schrij", "roman|boek|ondertekend|publice"),
    ),
    "ro": Facts(
        Fact("născut|nascut|naștere|nastere|nasc", r"originar|lumina zilei"),
        Fact(
            "murit|mur[iî]|moart|deced|mori",
            "ucis|ucid|omor|victim|viața|pierdut|executat|decapitat|înec",
        ),
        Fact(
            "fondat|fondă|înființat|infiintat|construi|clădi|ridicat|creat",
            "deschis|inaugurat|apărut|început|din anul|datează|terminat|lansat",
        ),
        Fact("căsători|casatori|nunt", "soț|soți|mire"),
        Fact("scris|scrie|autor|redact", "semn|public|roman|carte|cărți"),
    ),
    "pl": Facts(
        Fact("urodzi|urodzon|narodz", r"przysz[eł]\w+ na świat|pochodzi|rocznik"),
        Fact(
            "umar|zmar|śmier|zgin|umier",
            "zabi|zamord|ofiar|życi|poleg|stracon|ścięt|utonę|nie żyje",
        ),
        Fact(
            "założ|zbudow|wybudow|powsta|utworz|wznies|otwart|otwarc|budow",
            "rozpocz|istniej|otwor|działa od|ukończ|uruchom",
        ),
        Fact("ślub|poślub|ożeni|wyszła za|wesel", "małż|żon[aąęy]|mąż|męż"),
        Fact("napisa|autor|pisa[łl]|spisa", "podpis|wyda|powieś|książk"),
    ),
    "tr": Facts(
        Fact("doğ(?:du|um|muş|an)", "dünyaya"),
        Fact(
            "öl(?:dü|üm|müş|en|ür)|hayatını kaybe|vefat",
            "öldür|kurban|can[ıi] |yitir|idam|boğul|başı kesil|şehit",
        ),
        Fact(
            "kur(?:du|ul|ucu|an)|inşa|yapım",
            "aç[ıt]|faaliyet|beri|başla|tamamla|kuruluş|yapıl",
        ),
        Fact("evlen|düğün|nikah|nikâh", "eşi|karısı|kocası|evli"),
        Fact("yaz(?:dı|an|ar|ıl|mış)|kaleme", "roman|kitab|imza"),
    ),
    "vi": Facts(
        Fact("sinh ra|sinh năm|sinh ngày|ngày sinh", "chào đời|quê"),
        Fact("chết|qua đời|mất năm|tử vong|thiệt mạng", "giết|hy sinh|nạn nhân|hành quyết|xử tử"),
        Fact(
            "thành lập|xây|sáng lập|dựng",
            "ra đời|khánh thành|mở cửa|bắt đầu|khai trương|hoàn thành",
        ),
        Fact("kết hôn|cưới|lấy vợ|lấy chồng", "vợ|chồng"),
        Fact("viết|tác giả|soạn", "ký|cuốn|tiểu thuyết|xuất bản"),
    ),
}
"""By ISO 639-1 code."""
