"""The words around names in German, where they are capitalised like the names."""

from bot.language.names.phrases import PhraseWords
from bot.language.names.rules import NameWords

GERMAN_NAMES = NameWords(
    honorifics=(
        "herr herrn frau dr prof professor professorin fraulein sir lady lord prinz prinzessin "
        "konig konigin papst kardinal bischof pfarrer pater schwester general oberst "
        "hauptmann major leutnant admiral kapitan kommandant dipl ing"
    ),
    offices=(
        "prasident prasidentin vizeprasident vizeprasidentin kanzler kanzlerin bundeskanzler "
        "bundeskanzlerin bundesprasident minister ministerin ministerprasident "
        "ministerprasidentin premierminister premierministerin aussenminister aussenministerin "
        "innenminister innenministerin finanzminister finanzministerin verteidigungsminister "
        "justizminister gesundheitsminister wirtschaftsminister staatssekretar staatssekretarin "
        "senator senatorin abgeordneter abgeordnete burgermeister burgermeisterin "
        "oberburgermeister oberburgermeisterin gouverneur gouverneurin botschafter botschafterin "
        "kommissar kommissarin staatsanwalt staatsanwaltin richter richterin direktor direktorin "
        "chef chefin vorsitzender vorsitzende vorstand sprecher sprecherin leiter leiterin "
        "generalsekretar generalsekretarin intendant landrat landratin parteichef parteichefin "
        "us-prasident"
    ),
    roles=(
        "biologe biologin historiker historikerin ingenieur ingenieurin student studentin "
        "forscher forscherin wissenschaftler wissenschaftlerin anwalt anwaltin journalist "
        "journalistin schriftsteller schriftstellerin autor autorin schauspieler schauspielerin "
        "sanger sangerin regisseur regisseurin trainer trainerin spieler spielerin torwart "
        "sturmer sturmerin laufer lauferin weltmeister weltmeisterin olympiasieger "
        "olympiasiegerin arzt arztin okonom okonomin politologe politologin soziologe soziologin "
        "physiker physikerin chemiker chemikerin architekt architektin kunstler kunstlerin maler "
        "malerin fotograf fotografin polizist polizistin aktivist aktivistin mitglied grunder "
        "grunderin vater mutter sohn tochter bruder schwester ehemann ehefrau freund freundin "
        "zeuge zeugin kollege kollegin lehrer lehrerin bauer bauerin fischer backer backerin "
        "berater beraterin politiker politikerin kandidat kandidatin experte expertin "
        "unternehmer unternehmerin pilot pilotin astronaut astronautin kenianerin franzose "
        "amerikaner britin siegerin sieger kapitan kammerer kammerin auktionator auktionatorin "
        "torhuter torhuterin kreislaufer verteidiger verteidigerin schiedsrichter "
        "schiedsrichterin rentner rentnerin urlauber urlauberin tourist touristin passant "
        "passantin anwohner anwohnerin nachbar nachbarin mieter mieterin landwirt landwirtin "
        "winzer winzerin forster forsterin jager jagerin hirte metzger koch kochin kellner "
        "kellnerin wirt wirtin friseur friseurin tischler schlosser schweisser dachdecker "
        "elektriker mechaniker arbeiter arbeiterin angestellter angestellte betriebsrat "
        "betriebsratin geschaftsfuhrer geschaftsfuhrerin brandmeister feuerwehrmann "
        "auszubildende auszubildender lehrling praktikant doktorand doktorandin assistent "
        "assistentin geologe geologin botaniker botanikerin zoologe zoologin okologe okologin "
        "meteorologe meteorologin astronom mathematiker mathematikerin philosoph kritiker "
        "kritikerin kurator kuratorin dirigent dirigentin musiker musikerin komponist "
        "komponistin pianist pianistin tanzer tanzerin tierarzt tierarztin apotheker apothekerin "
        "hebamme psychologe psychologin notar fraktionschef fraktionschefin stadtdirektor "
        "prasident vertreter vertreterin angeklagter angeklagte tante onkel cousin cousine neffe "
        "nichte enkel enkelin grossvater grossmutter schwager schwagerin gattin "
        "sopranistin sopran altistin bariton tenor furst furstin herzogin "
        "gutachter gutachterin buchhalter buchhalterin rechtsanwalt rechtsanwaltin altmeister "
        "landesvater grossherzog baronin anleger anlegerin sparer zuschauer "
        "zuschauerin besucher besucherin wirtschaftsprufer torjager linksverteidiger "
        "rechtsverteidiger mittelfeldspieler innenverteidiger "
        "statiker statikerin uhrmacher uhrmacherin "
        "mann kanzlergatte ehegatte ehegattin linienrichter"
    ),
    affiliating="von vom",
    role_endings=(
        "leiter leiterin trainer trainerin sprecher sprecherin meister meisterin forscher "
        "forscherin experte expertin chef chefin direktor direktorin spieler spielerin laufer "
        "lauferin wissenschaftler wissenschaftlerin anwalt anwaltin berater beraterin handler "
        "handlerin wachter wachterin kapitan kapitanin arzt arztin minister ministerin sekretar "
        "sekretarin vorsitzender vorsitzende ologe ologin historiker historikerin lehrer "
        "lehrerin fuhrer fuhrerin besitzer besitzerin unternehmer unternehmerin "
        "beauftragter beauftragte abgeordneter abgeordnete fahrer fahrerin pfleger pflegerin "
        "kommandant huter huterin schutze stadtrat stadtratin dezernent dezernentin "
        "grunder grunderin istin sanger sangerin darsteller darstellerin gartner gartnerin halter "
        "halterin schreiber schreiberin"
    ),
    adjectives=(
        "ehemaliger ehemalige fruherer fruhere ex junger junge neuer neue alter alte "
        "stellvertretender stellvertretende amtierender amtierende deutscher deutsche"
    ),
    speech=(
        "sagte sagt erklarte erklart teilte meinte meint betonte betont kritisierte warnte fugte "
        "berichtete kundigte forderte schrieb antwortete nannte lobte bestatigte sprach erzahlte "
        "raumte bezeichnete verwies"
    ),
    actions=(
        "ist war hat hatte wird wurde gewann verlor spielte leitete leitet kam ging starb lebt "
        "erhielt bekam will wollte mochte stiess der die trat siegte nahm"
    ),
    organisations=(
        "universitat institut schule gymnasium museum rat ausschuss kommission partei union bund "
        "bahn post telekom boerse "
        "verband verein stiftung gesellschaft gmbh ag konzern bank krankenhaus klinik kirche dom "
        "moschee synagoge ministerium bundestag bundesrat landtag senat parlament regierung "
        "gericht bundesgericht agentur polizei armee bundeswehr marine flughafen bahnhof hafen "
        "platz strasse allee brucke turm palast schloss park stadion pokal meisterschaft "
        "bundesliga liga zeitung rundfunk fernsehen theater oper orchester republik konigreich "
        "staaten staat stadt region kreis provinz insel inseln berg gebirge see meer ozean fluss "
        "tal nord sud ost west krieg frieden abkommen vertrag gesetz preis festival uhr euro "
        "dollar franken prozent jahr jahre jahren monat monate monaten woche wochen tage tagen "
        "stunde stunden minuten kilometer meter grad million millionen milliarden aufgabe fc vfb "
        "sv tsv sc"
    ),
    prepositions="in im nach aus bei nahe uber durch",
    portfolios=(
        "aussen innen finanzen verteidigung justiz gesundheit wirtschaft bildung kultur arbeit "
        "umwelt verkehr landwirtschaft"
    ),
    parties=(
        "republikaner demokrat demokraten sozialdemokrat gruner grune liberaler konservativer "
        "kommunist katholik protestant muslim jude christ"
    ),
    phrases=PhraseWords(
        definite="der die das den dem des",
        indefinite="ein eine einer eines einem einen",
        possessive="sein seine seiner ihr ihre ihrer",
        conjunctions="und oder",
        of="von vom für fur",
        prepositions="in im an am auf aus bei beim mit nach über uber unter zu zum zur gegen",
        copulas="ist war wurde bleibt",
        relatives="",
        age=r"\d{1,3}",
        verbal_endings="",
        plural_endings="innen in en",
        short_names="fritz=friedrich hans=johannes sepp=josef toni=anton heinz=heinrich uli=ulrich "
        "kathi=katharina lisa=elisabeth",
    ),
    compound_endings=(
        "verein vereins park parks kurort kurorts ligist ligisten haft regen wissenschaft "
        "wissenschaften gesellschaft verband verbandes werks klinik schule zeitung fabrik"
    ),
)
