"""The words around names in news: honorifics, offices, roles, verbs of speech, organisations."""

from __future__ import annotations

from bot.language.name_rules import NameRules
from bot.language.plain_text import word_set

HONORIFICS = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady madam madame monsieur mme mlle herr "
    "frau señor señora sheikh shaikh imam ayatollah mullah rabbi reverend rev father fr sister "
    "brother pastor bishop archbishop cardinal pope st saint king queen prince princess duke "
    "duchess count baron baroness emir sultan hon messrs capt captain gen general lt lieutenant "
    "col colonel maj major sgt sergeant cpl corporal pvt private adm admiral cmdr commander "
    "brig brigadier marshal sen rep gov pres"
)
OFFICES = word_set(
    "president vice prime minister premier chancellor secretary undersecretary senator "
    "representative congressman congresswoman congressperson governor mayor ambassador minister "
    "mp mep msp td judge justice chief chairman chairwoman chair chairperson director executive "
    "officer ceo cfo coo cto founder co-founder cofounder spokesman spokeswoman spokesperson "
    "speaker leader deputy acting interim commissioner attorney prosecutor sheriff detective "
    "inspector superintendent constable officer agent coach manager captain goalkeeper striker "
    "midfielder defender referee striker winger forward head chef editor author writer actor "
    "actress singer director producer administrator astronaut cosmonaut analyst economist "
    "professor doctor lecturer researcher scientist historian lawyer barrister solicitor "
    "councillor councilor councillors councilman councilwoman alderman assemblyman lawmaker "
    "candidate nominee treasurer chaplain envoy consul counsel advisor adviser correspondent "
    "reporter journalist photographer columnist presenter anchor mp mps lord general colonel "
    "major lieutenant sergeant admiral marshal commander solicitor first foreign finance "
    "interior defence defense home health education justice trade energy transport environment "
    "treasury national security special undersecretary parliamentary permanent representative "
    "counterpart senior junior associate assistant managing regional tory"
)
"""Words that, capitalised before a name, belong to an office and not to the name."""

PARTIES = word_set(
    "republican republicans democrat democrats democratic labour conservative conservatives "
    "tory tories liberal liberals green greens communist socialist nationalist pan-democrat "
    "pan-democrats independent unionist catholic muslim jewish christian protestant sunni shia "
    "shiite buddhist hindu anglican orthodox"
)
PORTFOLIOS = word_set(
    "state defense defence education health justice finance foreign affairs interior labour "
    "labor commerce energy agriculture treasury war transport environment staff house security "
    "homeland government parliament council trade culture science technology industry housing "
    "exchequer navy army air force veterans immigration police nato parliament"
)
ROLE_NOUNS = word_set(
    "activist actor actress adviser advisor agent aide ally ambassador analyst anchor architect "
    "artist astronaut attorney author banker barrister billionaire biologist bishop boss boy "
    "brother businessman businesswoman campaigner candidate captain cardinal ceo chair chairman "
    "chairperson chairwoman champion chancellor chemist chief climatologist coach co-author "
    "coauthor co-founder colleague columnist comedian commander commentator commissioner composer "
    "congressman congresswoman consultant correspondent councillor councilor counterpart "
    "coordinator cosmonaut creator critic daughter defector defender delegate deputy designer "
    "detective developer diplomat director doctor driver ecologist economist editor engineer "
    "envoy epidemiologist executive expert farmer father filmmaker footballer forward founder "
    "friend general geologist girl girlfriend goalkeeper governor guard guitarist head heir "
    "historian host husband inspector inventor investigator investor journalist judge keeper "
    "king lawmaker lawyer lead leader lecturer lieutenant maker manager mathematician mayor "
    "member meteorologist midfielder millionaire minister model mother mp musician negotiator "
    "neighbor neighbour neurologist nominee novelist nurse officer official opponent organiser "
    "organizer owner painter partner pastor philosopher photographer physicist pilot player "
    "playwright poet politician premier presenter president priest prince princess principal "
    "producer professor programmer prosecutor psychiatrist psychologist publisher queen rapper "
    "referee reporter representative researcher resident rival runner scholar scientist "
    "secretary senator sergeant singer sister skipper soldier solicitor son speaker spokesman "
    "spokesperson spokeswoman star statistician strategist striker student successor "
    "superintendent surgeon suspect teacher technician teenager translator treasurer trainer "
    "undersecretary veteran victim victor videographer volunteer widow widower wife winger "
    "winner witness woman man worker writer scientologist professor freshman sophomore academic "
    "defendant plaintiff child baby toddler homeopath pharmacist dentist novice trustee sponsor "
    "producer mentor landlord tenant prisoner hostage migrant refugee survivor whistleblower "
    "blogger podcaster streamer influencer entrepreneur executive financier trader broker "
    "sociologist anthropologist philanthropist pathologist paediatrician pediatrician "
    "cardiologist virologist geneticist astronomer archaeologist conservationist "
    "environmentalist feminist dissident separatist rebel militant gunman sailor officer "
    "paramedic firefighter bodyguard major graduate alumnus fan supporter"
)
SPEECH_VERBS = word_set(
    "said says say told tells asked asks added adds wrote writes tweeted stated states "
    "announced argued argues claimed claims commented declared denied explained explains "
    "insisted noted notes observed pointed remarked replied reported responded stressed "
    "suggested thinks thought believes believed warned warns urged urges vowed praised "
    "criticised criticized confirmed acknowledged admitted agreed alleged concluded continued "
    "described disclosed recalled revealed testified accused called posted promised pledged "
    "emphasised emphasized expressed apologised apologized resigned welcomed laughed joked met "
    "spoke speaks"
)
ACTION_VERBS = word_set(
    "scored won lost led played coached defeated received became was is has had will would who "
    "whose took made went came died married joined left signed served replaced succeeded ran "
    "faces faced wants wanted denied plans planned hopes hoped headed saved conceded missed "
    "visited resigned denounced seeks questioned arrived held gave attended chose"
)
ORGANISATION_WORDS = word_set(
    "academy administration agency airline airlines airport alliance army arena assembly "
    "association authority awards bank bay beach board bridge bureau camp campus cathedral "
    "center centre championship championships chapter church city club coalition college "
    "commission committee community company conference congress constituency constitution "
    "convention corporation corps council county court cup department desert district division "
    "east embassy enterprise express fair federation festival field film foundation front games "
    "government group guard hall harbour health hill home hospital hotel house inc industries "
    "institute institution intelligence international island islands journal kingdom lab "
    "laboratory lake law league legion library limited line ltd magazine mall market marine "
    "media ministry monastery mosque mountain mountains movement mount museum music nation "
    "nations navy network news newspaper north observatory ocean office olympics opera "
    "orchestra order organisation organization orchestra palace park parliament party pass "
    "peninsula people plaza police port post press prize program programme project province "
    "radio railway region register report republic republics reserve review river road royal "
    "school schools science sea senate series service services shuttle shrine society south "
    "space square stadium star state states station street studio studios summit sun supreme "
    "synagogue system team telegraph television temple territories theatre theater times tower "
    "towers town trail treaty tribunal trophy trust tv union unit united university valley "
    "village war west world zone zoo day era age week month year award act bill code plan deal "
    "pact accord agreement treaty protocol report mission operation orbiter flight air force "
    "forces capitol crisis election elections championship final finals open tour league "
    "premier champions prix super bowl medal online weekly daily herald tribune gazette "
    "chronicle passion power cross studies affairs survey panel democrats republicans cape "
    "initiative project app google facebook twitter apple microsoft amazon youtube instagram"
)
WEEKDAYS_AND_MONTHS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december christmas easter ramadan"
)
PLACE_PREPOSITIONS = word_set("in at near from to through across throughout outside inside around")
COMMON_CAPITALISED = word_set(
    "i a an the this that these those it its he she they we you his her their our my your there "
    "here in on at by for from with of to as and or but nor so if when while after before "
    "during since until although though because however meanwhile moreover also then thus not "
    "no yes new old first second third last next one two three four five six seven eight nine "
    "ten many most some all both each every other another such more much several few what who "
    "whom whose which where why how yesterday today tomorrow now once only even just still "
    "despite according instead following under over between among within without against about "
    "above below like unlike image photo file video caption god internet english french german "
    "please thank thanks mr mrs ms dr between neither either later earlier recently currently "
    "finally additionally furthermore indeed perhaps maybe oh well did does do is was are were "
    "has have had will would can could should may might must let born best great big good young "
    "early late high main"
)
"""Words that begin sentences or that are capitalised for another reason than being a name."""

LARGE_PLACES = word_set(
    "africa america americas antarctica arctic asia atlantic australasia balkans baltic "
    "caribbean caucasus crimea donbas donbass eurasia europe european gaza kashmir kremlin "
    "latin levant mediterranean mideast oceania pacific pentagon sahara scandinavia siberia "
    "tibet african asian americans europeans africans asians russians ukrainians israelis "
    "palestinians chinese germans italians britons soviets koreans belgians westminster "
    "brussels downing capitol wall hollywood broadway islam islamic arab arabs christianity "
    "hinduism buddhism"
)
ROLE_ADJECTIVES = word_set(
    "former outgoing incoming acting current then-current late new old top chief senior junior "
    "first second third deputy vice assistant associate executive general prime foreign "
    "interior international national local regional federal retired veteran longtime long-time "
    "one-time ex youngest eldest elder younger fellow leading famous lead joint co military "
    "political financial legal medical scientific human climate environmental civil state "
    "public private match team press media news world star managing founding supreme "
    "parliamentary presidential opposition ruling pro-democracy pan-democratic pan-democracy "
    "pro-establishment pro-beijing nonpartisan independent localist district council "
    "legislative electoral guest crime chess tennis football soccer basketball baseball cricket "
    "rugby golf boxing film music rock pop jazz folk rap punk school university college police "
    "army navy air defence defense health finance education trade energy transport research "
    "space science history law business tech technology software web internet video game "
    "campaign party union community church religious interior overseas domestic external "
    "internal social cultural rural urban agriculture culture sports security intelligence "
    "housing labour labor immigration fiction nonfiction crown camp student group youth women's "
    "men's junior veteran practising practicing renowned prominent acclaimed award-winning "
    "best-selling human-rights middle high primary secondary assistant head data policy"
)
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")

NAME_RULES = NameRules(
    honorifics=HONORIFICS,
    forms_of_address=word_set("mr mrs ms dr miss mx sir dame madam messrs"),
    abbreviations=word_set(
        "mr mrs ms dr prof gen col lt maj sgt capt sen rep gov st rev hon jr sr fr brig adm cmdr "
        "pres"
    ),
    offices=OFFICES,
    office_nouns=OFFICES - PORTFOLIOS - ROLE_ADJECTIVES,
    portfolios=PORTFOLIOS,
    parties=PARTIES,
    role_nouns=ROLE_NOUNS,
    role_adjectives=ROLE_ADJECTIVES,
    speech_verbs=SPEECH_VERBS,
    action_verbs=ACTION_VERBS,
    clause_verbs=SPEECH_VERBS
    | word_set(
        "is was are were has have had will would did does do can could may might must went came "
        "made took gave became while when after before because although but which that"
    ),
    organisation_words=ORGANISATION_WORDS,
    large_places=LARGE_PLACES,
    place_prepositions=PLACE_PREPOSITIONS,
    weekdays=_WEEKDAYS,
    weekdays_and_months=WEEKDAYS_AND_MONTHS,
    trailing_words=_WEEKDAYS | word_set("in on at the a an as by for from image photo file video"),
    common_capitalised=COMMON_CAPITALISED,
    never_names=OFFICES | HONORIFICS | PARTIES | LARGE_PLACES | WEEKDAYS_AND_MONTHS,
)
"""What English says around people's names."""
