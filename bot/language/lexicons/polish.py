"""Polish."""

from bot.language.lexicon import Lexicon, Questions, Thousands
from bot.language.plain_text import word_set
from bot.language.summary_words import SummaryWords

_NOW = "(?: (?:tu|tutaj|tam|dziś|dzisiaj|teraz|właściwie|dokładnie|więc))*"
_PIECE = "(?:artykuł|tekst|wiadomość|materiał|informacja|artykule|tekście|wiadomości|materiale)"

POLISH = Lexicon(
    code="pl",
    sureness=0.72,
    algorithm="polish",
    thousands=Thousands.SPACE,
    ordinal_stop=True,
    stop_words=word_set(
        "a aby ale albo am ani aż bardziej bardzo bez bo bowiem by był była było były być będą "
        "będzie bądź ci co czego czemu czy czyj czyja czyje czyli da dla dlaczego do gdy gdzie "
        "gdyby i ich ile ilu im inny innych iż ja jak jaka jaki jakie jakiego jakiej jakim jaką "
        "jako je jednak jego jej jemu jest jestem jeszcze jeśli jeżeli już kiedy kim kto kogo "
        "komu która które którego której którą który których którym którymi którzy ku lub ma mają "
        "między mi miał mimo mnie mógł może można my na nad nam nas nasz nawet nic nich nie nią "
        "niego niej niemu nim niż o od on ona one oni ono oraz po pod podczas ponieważ poza przed "
        "przez przy roku s się są skąd swoje swoją swoich swoim sobie ta tak także tam te tego "
        "tej ten też to tu tych tylko tym u w we wszystko wy z za został została zostało zostały "
        "ze że żeby czym jakich dokąd "
        "jakimi jakiemu ktoś coś iloma byli mieć miała mieli mogą mogła mogli chce chcą trzeba "
        "więc "
        "około powinien więcej mniej swój sposób"
    ),
    questions=Questions(
        person=r"kto|kogo|komu|kim|czyj|czyja|czyje",
        time=r"kiedy|któr(?:ym|ego|y) (?:roku|rok|dnia|dzień|dniu|miesiącu|wieku|wiek|godzinie)|"
        r"(?:jakiej|której) porze roku",
        place=r"gdzie|dokąd|skąd|(?:jakim|jakiej|którym|której|jakie|jaki) (?:mieście|"
        r"miasto|kraju|kraj|"
        r"miejscu|miejsce|wsi|regionie|państwie)",
        number=r"ile|ilu|iloma|jak (?:długo|daleko|często|wysoki|duży)|jaki (?:procent|"
        r"mandat|odsetek|wiek)|"
        r"jaka (?:część|kwota|cena|liczba)",
        count=r"ile|ilu",
    ),
    times=word_set(
        "styczeń stycznia styczniu luty lutego lutym marzec marca marcu kwiecień kwietnia "
        "kwietniu maj maja maju czerwiec czerwca czerwcu lipiec lipca lipcu sierpień sierpnia "
        "sierpniu wrzesień września wrześniu październik października październiku listopad "
        "listopada listopadzie grudzień grudnia grudniu poniedziałek wtorek środa środę czwartek "
        "piątek sobota sobotę niedziela niedzielę wczoraj jutro dziś dzisiaj wiek wieku rano "
        "wieczorem rankiem "
        "wiosna wiosny wiosną lato latem jesień jesieni jesienią zima zimy zimą"
    ),
    numbers=word_set(
        "dwa dwie dwóch dwoma trzy trzech trzema cztery czterech pięć pięciu sześć sześciu siedem "
        "siedmiu osiem ośmiu dziewięć dziewięciu dziesięć dziesięciu jedenaście "
        "dwanaście piętnaście dwadzieścia trzydzieści czterdzieści pięćdziesiąt sto tysiąc "
        "tysiące tysięcy milion miliona milionów miliard miliardów mln mld tuzin połowa połowę "
        "ćwierć trzecia dwukrotność"
    ),
    openings=word_set(
        "i a ale lecz jednak potem następnie więc dlatego także też ponadto to ten ta te tak "
        "wtedy teraz zatem"
    ),
    pronouns=word_set("on ona ono oni one jego jej ich jemu im"),
    abbreviations=word_set(
        "r w ul al pl os prof dr mgr inż płk gen ks św nr np tzw m.in godz ok pkt str t tys mln "
        "mld zł gr tel woj por wg ww im s hab tj red rys tab med bp abp kard kpt mjr ppłk sierż"
    ),
    summaries=SummaryWords(
        phrases=(
            f"co(?: się)?{_NOW} (?:stało|wydarzyło|zdarzyło|dzieje|działo)(?: się)?{_NOW}",
            f"o co{_NOW} chodzi{_NOW}|o czym (?:to|on) jest|co jest grane",
            f"o (?:czym jest|czym mówi|co chodzi w)(?: (?:ten|ta|to|tym|tej))? {_PIECE} {{}}",
            "(?:streść|streśćcie|streścić|podsumuj|podsumować|podsumujcie|zreferuj) {}",
            "(?:(?:krótkie|krótko) )*(?:streszczenie|podsumowanie) {}",
            "jaki (?:jest|to) temat",
            "w skrócie|najważniejsze",
        ),
        more=(
            "(?:(?:powiedz|opowiedz|podaj)(?: mi| nam)? )?(?:coś |trochę )?więcej(?: (?:o tym"
            "|informacji))?",
            "(?:i )?co (?:jeszcze|dalej)|coś jeszcze|dalej",
        ),
        leads=(
            "(?:czy )?(?:możesz|mógłbyś|mogłabyś|możecie|proszę o)|(?:zrób|daj|napisz"
            "|podaj)(?: mi| nam)?",
            "chcę|poproszę(?: o)?|mi|nam|a|więc",
        ),
        filling=word_set(
            "artykuł artykułu artykule tekst tekstu wiadomość wiadomości materiał "
            "informacja informację ostatni ostatnią najnowszy najnowszą krótko mi nam"
        ),
    ),
)
