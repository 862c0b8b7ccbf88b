"""Portuguese."""

from bot.language.lexicon import Lexicon, Questions
from bot.language.plain_text import word_set
from bot.language.summary_words import SummaryWords

_NOW = "(?: (?:aqui|aí|ali|hoje|exatamente|exactamente|então|afinal|mesmo))*"
_PIECE = "(?:artigo|texto|notícia|matéria|reportagem|história)"

PORTUGUESE = Lexicon(
    code="pt",
    sureness=0.38,
    algorithm="portuguese",
    stop_words=word_set(
        "a à ao aos aquela aquelas aquele aqueles aquilo as às até com como cujo da das de dela "
        "delas dele deles depois do dos e é ela elas ele eles em enquanto entre era eram essa "
        "essas esse esses esta está estão estas estava estavam este estes eu foi foram for fosse "
        "há haver havia isso isto já lhe lhes mais mas me mesmo meu meus minha muito na nas não "
        "nem no nos nós nossa nosso num numa o onde os ou para pela pelas pelo pelos por porque "
        "quê qual quais quando quanta quantas quanto quantos que quem se sem ser será seria seu "
        "seus são só sobre sua suas também te tem têm tinha tinham ter teu teve tu tua um uma "
        "umas uns vai vão você vocês pode podem após "
        "cadê aonde então fica ficou tá pra pro né ia iam faz fez deve devem cada "
        "desde durante porquê serão estar houve podia fazem "
        "fazer quer querem ainda menos apenas alguém maneira"
    ),
    questions=Questions(
        person=r"quem|que (?:pessoa|homem|mulher)",
        time=r"quando|(?:que|qual) (?:ano|dia|data|mês|século|hora|época|período|estação do ano)",
        place=r"onde|aonde|(?:que|qual) (?:cidade|país|lugar|aldeia|região|continente|sítio)",
        number=r"quant[oa]s?|(?:que|qual) (?:idade|percentagem|porcentagem|número|preço|multa|"
        r"quantidade|valor)",
        count=r"quant[oa]s",
    ),
    times=word_set(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro "
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo ontem "
        "amanhã hoje século séculos década décadas madrugada "
        "primavera verão outono inverno noite"
    ),
    numbers=word_set(
        "dois duas três quatro cinco seis sete oito nove dez onze doze treze catorze quatorze "
        "quinze vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento "
        "centenas mil milhares milhão milhões bilhão bilhões dúzia metade terço quarto dobro"
    ),
    openings=word_set(
        "e mas ou porém então depois contudo entretanto além também assim isso isto esta este "
        "essa esse portanto logo finalmente"
    ),
    pronouns=word_set("ele ela eles elas seu sua seus suas dele dela"),
    abbreviations=word_set(
        "sr sra srs sras dr dra drs prof profa eng gen cel cap av r pág págs vol n núm art ex "
        "aprox tel d p st sto sta exmo exma ilmo cia profs pe des dep sen gov sgt inc"
    ),
    summaries=SummaryWords(
        phrases=(
            "o que (?:é que )?(?:aconteceu|acontece|houve|ocorreu|rolou|se passou|se passa"
            f"|foi que aconteceu){_NOW}",
            "o que (?:é que )?(?:está|estava) (?:acontecendo|a acontecer|se passando"
            f"|a passar(?:-se)?){_NOW}",
            "(?:do|de) que (?:se )?(?:trata|fala)(?: (?:isto|isso))?|sobre o que (?:é"
            "|fala)(?: (?:isto|isso))?",
            "(?:(?:do|de) que (?:se )?(?:trata|fala)|sobre o que (?:é|fala))"
            f" (?:o|a|este|esta|esse|essa) {_PIECE} {{}}",
            "resum(?:e|a|ir|es)(?:-(?:me|nos|o|a))? {}",
            "(?:(?:um|o|em|breve|pequeno) )*resumo {}",
            "qual (?:é )?o (?:assunto|tema)",
            "em (?:poucas|duas) palavras|o (?:essencial|mais importante)",
        ),
        more=(
            "(?:(?:conta|conte|diz|diga|fala|fale)(?:-me)? )?(?:um pouco )?mais"
            "(?: (?:sobre|disso|disto)(?: (?:isso|isto))?| (?:informações|detalhes))?",
            "(?:e )?(?:o )?que mais|mais alguma coisa|continua|continue",
        ),
        leads=(
            "(?:você )?(?:pode|poderia|podes|podias)|(?:quero|queria|preciso de)",
            "(?:faz|faça|dá|dê|fazer|dar)(?:(?:-| )me)?|me|e|então",
        ),
        filling=word_set(
            "artigo texto notícia matéria reportagem história último última últimas recente"
        ),
    ),
)
