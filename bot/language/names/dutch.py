"""The words around names in Dutch."""

from bot.language.names.phrases import PhraseWords
from bot.language.names.rules import NameWords

DUTCH_NAMES = NameWords(
    honorifics=(
        "dhr mevr mw heer mevrouw meneer dr drs prof professor mr ir ing sir lady lord prins "
        "prinses koning koningin paus kardinaal bisschop pater zuster generaal kolonel "
        "kapitein commandant majoor luitenant admiraal sergeant"
    ),
    offices=(
        "president vicepresident minister premier minister-president bondskanselier kanselier "
        "staatssecretaris senator kamerlid burgemeester gouverneur ambassadeur commissaris "
        "officier rechter directeur directrice chef voorzitter woordvoerder woordvoerster leider "
        "partijleider fractieleider wethouder gedeputeerde kandidaat topman topvrouw"
    ),
    roles=(
        "bioloog biologe historicus historica ingenieur student studente onderzoeker "
        "onderzoekster wetenschapper advocaat advocate journalist journaliste schrijver "
        "schrijfster acteur actrice zanger zangeres regisseur trainer coach speler speelster "
        "keeper doelman spits aanvaller loper loopster kampioen kampioene arts dokter "
        "verpleegkundige econoom econome politicoloog socioloog natuurkundige scheikundige "
        "architect architecte kunstenaar kunstenares schilder schilderes fotograaf fotografe "
        "auteur agent agente activist activiste lid oprichter oprichtster vader moeder zoon "
        "dochter broer zus echtgenoot echtgenote vriend vriendin getuige slachtoffer verdachte "
        "collega leraar lerares boer visser bakker buurvrouw buurman adviseur politicus politica "
        "ondernemer piloot astronaut keniaanse winnaar winnares bewoner bewoonster dijkgraaf kok "
        "keurmeester schaatser schaatsster wielrenner wielrenster zwemmer zwemster turnster "
        "debutant titelverdediger titelverdedigster scheidsrechter aanvoerder aanvoerster "
        "bondscoach ploegarts huisarts dirigent dirigente componist componiste violist violiste "
        "altvioliste hoornist pianist pianiste soliste musicus recensent criticus dichter "
        "dichteres vertaler vertaalster uitgever boekhandelaar lasser timmerman metselaar "
        "loodgieter elektricien monteur chauffeur conducteur machinist arbeider medewerker "
        "medewerkster boekhouder notaris deurwaarder kaashandelaar slager kroegbaas kastelein "
        "barman ober kapper herder schapenhouder veehouder boerin tuinder boswachter jager "
        "ecoloog ecologe geoloog geologe wiskundige sterrenkundige filosoof psycholoog "
        "psychologe hoogleraar docent docente juf meester dierenarts apotheker tandarts chirurg "
        "verloskundige brandweercommandant brandweerman rechercheur toerist toeriste passagier "
        "gepensioneerde vrijwilliger vrijwilligster zakenpartner eigenaar eigenares analist "
        "oud-kampioen oom tante neef nicht opa oma kleinzoon kleindochter zwager schoonzus vrouw "
        "man weduwe weduwnaar verloofde vakbondsbestuurder penningmeester dominee pastoor imam "
        "rabbijn deken cultuurwethouder "
        "assistent assistente linksback rechtsback linksbuiten rechtsbuiten verdediger "
        "middenvelder doelvrouw vicepremier oud-premier oud-minister oud-burgemeester "
        "oud-wethouder erevoorzitter fractievoorzitter oppositieleider melkveehouder akkerbouwer "
        "accountant verkenner grensrechter zakenman zakenvrouw stiefvader stiefmoeder schoonzoon "
        "schoondochter schoonvader schoonmoeder"
    ),
    affiliating="van",
    role_endings=(
        "meester houder houdster bestuurder bestuurster coach voorzitter voorzitster leider "
        "leidster directeur loog loge iste kundige wethouder minister kenner kampioen "
        "verdediger handelaar speelster commandant graaf wachter"
    ),
    adjectives=(
        "oud voormalig voormalige ex jonge huidige nieuwe algemeen plaatsvervangend bekende "
        "nederlandse belgische"
    ),
    speech=(
        "zei zegt verklaarde verklaart vertelde vertelt meldde meldt voegde stelde benadrukte "
        "waarschuwde bevestigde antwoordde schreef noemde riep vroeg beloofde beschuldigde "
        "reageerde volgens vindt"
    ),
    actions=(
        "is was heeft had wordt werd won verloor speelde leidde leidt kwam ging stierf woont "
        "kreeg krijgt wil wilde stuitte die scoorde verliet"
    ),
    organisations=(
        "universiteit instituut school college museum raad comite commissie partij unie bond "
        "federatie vereniging stichting maatschappij bedrijf groep bank ziekenhuis kerk "
        "kathedraal moskee ministerie kamer senaat parlement regering hof rechtbank agentschap "
        "politie leger marine luchthaven station haven plein straat laan brug toren paleis "
        "kasteel park stadion beker kampioenschap competitie krant omroep radio televisie theater "
        "opera orkest republiek koninkrijk staten staat stad regio provincie gemeente eiland "
        "eilanden berg gebergte meer zee oceaan rivier dal noord zuid oost west oorlog vrede "
        "akkoord verdrag wet prijs festival verenigde naties "
        "storm polder molen vliet"
    ),
    prepositions="in te naar uit bij vanuit door",
    portfolios=(
        "buitenlandse binnenlandse zaken justitie defensie onderwijs volksgezondheid financien "
        "economie cultuur landbouw verkeer milieu"
    ),
    parties=(
        "republikein democraat socialist communist liberaal conservatief katholiek protestant "
        "moslim jood christen"
    ),
    phrases=PhraseWords(
        definite="de het",
        indefinite="een",
        possessive="zijn haar hun",
        conjunctions="en of",
        of="van voor",
        prepositions="in aan op uit bij met naar over onder tot tegen te",
        copulas="is was werd blijft",
        relatives="die wiens",
        age=r"\d{1,3}(?: jaar)?",
        verbal_endings="",
        plural_endings="en s",
        short_names="piet=pieter/petrus kees=cornelis wim=willem henk=hendrik klaas=nicolaas "
        "sjaak=jacobus",
    ),
    compound_endings=(
        "belang fabrikant vereniging bedrijf maatschappij school ziekenhuis gemeente krant partij"
    ),
)
