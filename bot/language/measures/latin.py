"""Words for measures in languages with Latin script."""

from bot.language.measures.words import Measures

LATIN = {
    "fr": Measures(
        "quel(?:le)?s?",
        "coût|coute|prix|salaire|montant|somme|amende|loyer|tarif|budget|factur|valeur|prime|"
        "dette|gagn|pay|touch|vau[td]|vend|ach[eè]t|rapport|dépens|invest|trou|indemnité",
        "euro|dollar|franc|livre|rouble|yen|yuan|couronne|peso|roupie|dirham|centime",
        "pourcent|taux|proportion|participation|score|de combien",
        "pour ?cent|pourcent",
        "longueur|hauteur|profondeur|largeur|altitude|distance|diamètre|long|haut|profond|"
        "large|mesur",
        "mètre|kilomètre|centimètre|millimètre|mille",
        "superficie|surface|aire",
        "mètres? carré|kilomètres? carré|hectare",
        "poids|pès|pes|lourd",
        "gramme|kilo|tonne",
    ),
    "de": Measures(
        "welche[nrsm]?|was",
        "kost|preis|gehalt|lohn|betrag|summe|strafe|miete|budget|etat|wert|prämie|schuld|"
        "verdien|zahl|bezahl|ablöse|erlös|invest|ausg[ae]b|teuer|verlust|umsatz|gewinn|bußgeld|hoch",
        r"euro|dollar|franken|pfund|rubel|yen|yuan|krone|peso|rupie|mark\b|cent\b",
        "prozent|anteil|quote|beteiligung|ergebnis|hoch|um wie ?viel",
        "prozent",
        "länge|höhe|tiefe|breite|entfernung|durchmesser|lang|hoch|tief|breit|weit",
        "meter|kilometer|zentimeter|millimeter|meile",
        "fläche|groß",
        "quadratmeter|quadratkilometer|hektar",
        "gewicht|wieg|wog|schwer",
        "gramm|kilo|tonne",
    ),
    "es": Measures(
        "qu[eé]|cuál",
        "coste|cuest|cost|precio|salario|sueldo|importe|cantidad|multa|alquiler|tarifa|"
        "presupuesto|factur|valor|prima|deuda|gan[aó]|pag|cobr|vale|vendi|invirt|inver|fianza|"
        "dinero",
        r"euro|dólar|franco|libra|rublo|yen|yuan|corona|peso|rupia|bolívar|sol(?:es)?\b|céntimo",
        "porcentaje|tasa|proporción|participación|en cuánto|cuánto (?:ha )?(?:subi|baj|crec)",
        "por ciento",
        "longitud|altura|profundidad|anchura|ancho|altitud|distancia|diámetro|mid|larg|"
        "alt[oa]|hond",
        "metro|kilómetro|centímetro|milímetro|milla",
        "superficie|área|extensión",
        "metros? cuadrado|kilómetros? cuadrado|hectárea",
        "pes[oóa]",
        "gramo|kilo|tonelada",
    ),
    "it": Measures(
        "qual[ei]?|che",
        "cost|prezzo|stipendio|importo|somma|multa|affitto|tariffa|bilancio|fattur|valore|"
        "premio|debit|guadagn|pag|incass|vale|vendut|invest|ammonta|spes|buco|ingaggio",
        "euro|dollar|franc|sterlin|rubl|yen|yuan|coron|peso|rupi|centesim",
        "percentuale|tasso|quota|affluenza|di quanto",
        "per ?cento",
        "lunghezza|altezza|profondità|larghezza|quota|distanza|diametro|misur|lung|alt[oaie]|"
        "profond",
        "metr|chilometr|centimetr|millimetr|miglia",
        "superficie|area|estension",
        "metr[oi] quadrat|chilometr[oi] quadrat|ettar",
        "pes[oa]",
        "grammi|chil[io]|tonnellat|quintal",
    ),
    "pt": Measures(
        "que|qual|quais",
        "cust|preço|salário|montante|quantia|multa|renda|tarifa|orçamento|factur|fatur|valor|"
        "prémio|prêmio|dívida|ganh|receb|pag|cobr|vale|vend|invest|rescis|gast",
        r"euro|dólar|franco|libra|rublo|iene|yuan|coroa|peso|rupia|rea(?:l|is)\b|cêntimo|"
        "centavo",
        "percentage|porcentage|taxa|proporção|participação|afluência|(?:em|de) quanto",
        "por cento|porcento",
        "comprimento|altura|profundidade|largura|altitude|distância|diâmetro|med[ei]|compr|alt[oa]",
        "metro|quilómetro|quilômetro|centímetro|milímetro|milha",
        "superfície|área",
        "metros? quadrado|quil[óô]metros? quadrado|hectare",
        "pes[oa]",
        "grama|quilo|tonelada",
    ),
    "nl": Measures(
        "welke?|wat",
        "kost|prijs|salaris|loon|bedrag|som|boete|huur|tarief|begroting|waarde?|premie|schuld|"
        "verdien|betaal|betal|opbreng|invest|duur|verlies|omzet|transfersom|hoog",
        r"euro|dollar|frank|pond|roebel|yen|yuan|kroon|kronen|peso|roepie|cent\b",
        "procent|percentage|aandeel|opkomst|hoog|met hoeveel",
        "procent",
        r"lengte|hoogte|diepte|breedte|afstand|doorsnede|lang|hoog|diep|breed|ver\b",
        "meter|kilometer|centimeter|millimeter|mijl",
        "oppervlak|groot",
        "vierkante (?:kilo)?meter|hectare",
        "gewicht|weegt|wegen|woog|zwaar",
        r"gram|kilo|ton\b",
    ),
    "ro": Measures(
        "ce|care",
        "cost|preț|pret|salari|sum[aă]|amend|chiri|tarif|buget|factur|valoare|prim[aă]|datori|"
        "câștig|castig|plăt|plat|încas|incas|vând|vand|invest|cheltui|pagub",
        r"euro|dolar|franc|lir[ae]|rubl|yen|yuan|coroan|le[iu]\b|bani\b",
        "procent|rat[aă]|proporți|prezenț|scor|cu cât",
        "la sut[aă]|procent",
        "lungime|înălțime|inaltime|adâncime|adancime|lățime|latime|altitudin|distanț|diametr|"
        "măsoar|lung|înalt|adânc",
        "metr|kilometr|centimetr|milimetr|mil[ăe]",
        "suprafaț|suprafat|ari[ae]",
        "metri pătraț|kilometri pătraț|hectar",
        "greutat|cântăr|cantar|greu",
        "gram|kilogram|ton[eă]",
    ),
    "pl": Measures(
        "jak(?:a|i|ie|ą|im|iej)",
        "koszt|cen[aęy]|pensj|kwot|sum|grzywn|mandat|czynsz|taryf|budżet|wartoś|premi|dług|"
        "zarobi|zarabia|zapłac|płac|otrzym|dosta|zainwest|wyda|strat|warty|warta",
        r"złot|zł\b|euro|dolar|frank|funt|rubl|jen|juan|koron|peso|rupi|grosz",
        "procent|odset|udział|frekwencj|wynik|o ile",
        r"procent|proc\.",
        "długoś|wysokoś|głębokoś|szerokoś|odległoś|średnic|rozpiętoś|mierzy|długi|wysoki",
        "metr|kilometr|centymetr|milimetr|mil[aei]",
        "powierzchni|obszar",
        r"metrów kwadratow|kilometrów kwadratow|hektar|ha\b",
        "wag|waż|mas[aęy]|cięż",
        r"gram|kilogram|kilo|ton[ayn]?\b",
    ),
    "tr": Measures(
        "hangi|nedir",
        "kaça|fiyat|ücret|maaş|tutar|bedel|ceza|kira|bütçe|değer|ödül|borç|kazan|öde|harca|"
        "yatır|zarar|gelir|para",
        r"lira|tl\b|euro|avro|dolar|frank|sterlin|ruble|yen\b|yuan|kron|peso|rupi|kuruş",
        "yüzde|oran",
        "yüzde",
        "uzunlu|yüksekli|derinli|genişli|uzakl|mesafe|çap|boy|metre",
        r"metre|kilometre|santim|milimetre|mil\b",
        "yüzölçüm|alan",
        "metrekare|kilometrekare|hektar|dönüm",
        r"ağırlı|kilo\b|gelir",
        r"gram|kilo|ton\b",
    ),
    "vi": Measures(
        "(?!)",
        "giá|chi phí|lương|số tiền|tiền|phạt|ngân sách|trị giá|thưởng|nợ|kiếm|trả|đầu tư|"
        r"thiệt hại|chi\b|bán",
        "đồng|đô la|đô|usd|euro|bảng|yên|tệ|won|rúp",
        "phần trăm|tỷ lệ|tỉ lệ",
        "phần trăm",
        "dài|cao|sâu|rộng|xa|đường kính|chiều",
        "mét|ki-lô-mét|cây số|xăng-ti-mét|mi-li-mét",
        "diện tích",
        r"mét vuông|ki-lô-mét vuông|héc-ta|hecta|ha\b",
        "nặng|cân|trọng lượng",
        r"gam|gram|ki-lô-gam|kg|tấn|tạ\b|cân\b",
    ),
}
"""By ISO 639-1 code."""
