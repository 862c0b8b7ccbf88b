"""The words around names in Italian."""

from bot.language.names.phrases import PhraseWords
from bot.language.names.rules import NameWords

ITALIAN_NAMES = NameWords(
    honorifics=(
        "sig sigg signor signora signorina dott dottor dottoressa prof professor professoressa "
        "avv on onorevole ing sir lady lord principe principessa re regina papa cardinale vescovo "
        "padre suor don generale colonnello capitano comandante tenente "
        "ammiraglio sergente"
    ),
    offices=(
        "presidente vicepresidente ministro ministra premier cancelliere cancelliera segretario "
        "segretaria senatore senatrice deputato deputata sindaco sindaca prefetto governatore "
        "governatrice ambasciatore ambasciatrice commissario commissaria procuratore procuratrice "
        "giudice direttore direttrice capo portavoce candidato candidata leader assessore "
        "assessora consigliere consigliera"
    ),
    roles=(
        "biologo biologa storico storica ingegnere ingegnera studente studentessa ricercatore "
        "ricercatrice avvocato avvocata giornalista scrittore scrittrice attore attrice cantante "
        "regista allenatore allenatrice giocatore giocatrice portiere attaccante corridore "
        "atleta campione campionessa medico medica infermiere infermiera economista politologo "
        "sociologo fisico chimico architetto architetta artista pittore pittrice fotografo "
        "fotografa autore autrice poliziotto poliziotta attivista membro fondatore fondatrice "
        "padre madre figlio figlia fratello sorella marito moglie amico amica testimone vittima "
        "collega maestro maestra insegnante agricoltore pescatore fornaio fornaia consulente "
        "dirigente imprenditore imprenditrice pilota astronauta turista pendolare passeggero "
        "passeggera vicino vicina pensionato pensionata capitano comandante maresciallo "
        "contabile cuoco cuoca cameriere cameriera macellaio contadino contadina allevatore "
        "allevatrice pastore pastora boscaiolo minatore operaio operaia muratore elettricista "
        "idraulico meccanico tranviere autista tassista camionista impiegato impiegata "
        "dipendente sindacalista parroco sacrestano vescovo suora rabbino imam veterinario "
        "veterinaria farmacista psicologo psicologa chirurgo chirurga dentista ostetrica notaio "
        "soprintendente restauratore restauratrice guida guardia zoologo zoologa geologo geologa "
        "botanico botanica astronomo matematico matematica filosofo filosofa critico poeta "
        "poetessa romanziere musicista compositore ballerino ballerina editore traduttore "
        "traduttrice libraio terzino centrocampista difensore difensora arbitro ciclista "
        "nuotatore nuotatrice schiacciatrice compagno compagna zio zia cugino cugina nonno nonna "
        "nipote cognato cognata suocero suocera genero nuora vedovo vedova fidanzato fidanzata "
        "imputato imputata arrestato amministratore amministratrice tesoriere tesoriera "
        "animalista ambientalista volontario volontaria esperto esperta professore docente "
        "alunno alunna venditore venditrice viticoltore viticoltrice organizzatore "
        "organizzatrice educatore educatrice collezionatore scultore scultrice curatore "
        "curatrice coordinatore coordinatrice presentatore presentatrice conduttore conduttrice "
        "cacciatore cacciatrice pattinatore pattinatrice sciatore sciatrice vincitore vincitrice "
        "vogatore rettore rettrice ispettore ispettrice "
        "vicepremier sottosegretario sottosegretaria viceministro viceministra vicesindaco "
        "vicesindaca eurodeputato eurodeputata europarlamentare magistrato magistrata armatore "
        "armatrice saldatore saldatrice carpentiere falegname analista commissario tecnico "
        "ingegneri portinaio portinaia barista gommista benzinaio perito governatore trequartista "
        "mediano mezzala capogruppo"
    ),
    adjectives_follow=True,
    role_endings="ista ologo ologa ografo ografa",
    adjectives=(
        "ex giovane attuale nuovo nuova vecchio vecchia generale vice grande celebre italiano "
        "italiana keniano keniana diciannovenne"
    ),
    speech=(
        "detto dice dichiarato afferma affermato spiega spiegato aggiunto racconta raccontato "
        "indicato assicura sostiene annuncia annunciato precisa sottolinea risponde denuncia "
        "ricorda chiede promette ammette accusa avverte conclude secondo"
    ),
    actions=(
        "e era ha aveva sara gioca vinto vince segna perso perde diretto dirige presieduto lascia "
        "arrivato arrivata nato nata morto morta vive riceve vuole spera che si"
    ),
    organisations=(
        "universita istituto scuola liceo collegio museo consiglio comitato commissione partito "
        "unione lega federazione associazione fondazione societa compagnia gruppo banca ospedale "
        "chiesa cattedrale moschea ministero assemblea senato parlamento camera governo corte "
        "tribunale agenzia polizia carabinieri esercito marina aeroporto stazione porto piazza "
        "via viale ponte torre palazzo castello parco stadio coppa campionato giornale corriere "
        "radio televisione teatro opera orchestra repubblica regno stati stato citta regione "
        "provincia comune isola isole monte montagna lago mare oceano fiume valle nord sud est "
        "ovest guerra pace accordo trattato legge premio festival uniti nazioni "
        "paesi madonna santuario borgo"
    ),
    prepositions="a in da verso presso",
    portfolios=(
        "stato esteri interno giustizia difesa istruzione salute economia finanze cultura lavoro "
        "agricoltura trasporti ambiente governo repubblica"
    ),
    parties=(
        "repubblicano repubblicana democratico democratica socialista comunista conservatore "
        "liberale cattolico cattolica musulmano musulmana ebreo ebrea cristiano cristiana "
        "leghista"
    ),
    phrases=PhraseWords(
        definite="il lo la i gli le l' l’",
        indefinite="un uno una un' un’",
        possessive="suo sua suoi sue loro",
        conjunctions="e ed o",
        of="di del dello della dei degli delle dell' dell’ d' d’",
        prepositions="a al alla in nel nella con su sul sulla per da dal dalla tra fra contro",
        copulas="è era fu diventa resta",
        relatives="che cui dove",
        age=r"(?:di )?\d{1,3} anni",
        verbal_endings="mente ando endo",
        plural_endings="",
        short_names="beppe=giuseppe gianni=giovanni gigi=luigi sandro=alessandro pippo=filippo "
        "nando=ferdinando",
    ),
)
