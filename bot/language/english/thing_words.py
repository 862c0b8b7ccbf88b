"""The words in and beside the names of organisations, works and places."""

from __future__ import annotations

from bot.language.plain_text import word_set


def _phrases(text: str) -> frozenset[str]:
    """Return the phrases of a list that commas part."""
    return frozenset(text.split(","))


ORGANISATION_WORDS = word_set(
    "saint st san santa storm hurricane typhoon cyclone tropical operation shrine mission "
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
    "newsroom jets rovers rangers flyers penguins sharks sox yankees marlins lakers giants "
    "knicks bulls celtics mets cubs braves dodgers astros patriots cowboys raiders packers "
    "steelers eagles broncos dolphins saints ravens bengals hotspur wanderers athletic albion "
    "leafs wings hornets tigers lions bears sting boerse bourse exchange slam derby stakes plc "
    "llc gmbh corp co holdings "
    "motors foods airways aerospace pharmaceuticals laboratories securities partners ventures "
    "capital markets investments semiconductor technologies electronics telecom energy petroleum "
    "resources industries brewery records pictures entertainment watch peace aid red crescent "
    "parliamentary guild senate cabinet treasury exchequer embassy consulate barracks base castle "
    "abbey chapel basilica gardens garden pier wharf quay harbor heights hills falls creek forest "
    "woods glacier canyon crater plateau gulf strait channel coast shore reef dam canal tunnel "
    "railroad motorway highway avenue boulevard lane terrace crescent court chambers rights treaty "
    "clinic medical hospitals laureate prize medal festival fringe quartet choir ballet ensemble "
    "band bros brothers sons stores outlet depot deli cafe express rail lines cruises hotels "
    "resorts "
    "initiative project app google facebook twitter apple microsoft amazon youtube instagram "
    "interactive gaming esports biotech therapeutics logistics consulting advisory analytics "
    "dynamics robotics chemicals plastics textiles micro upper lower aircraft insurance assurance "
    "publishing publishers bancorp breweries systems labs solutions "
    "banka banco banca banque groupe gruppo grupo gesellschaft verlag stiftung zeitung"
)

FIRM_ENDINGS = word_set(
    "inc ltd plc llc llp gmbh corp corporation co company companies holdings bros aircraft "
    "airlines airways motors industries pharmaceuticals technologies electronics petroleum "
    "breweries brewery securities ventures investments foods stores insurance assurance bancorp "
    "publishing publishers aerospace systems group labs solutions networks"
)
"""Last words of firms' names, which the rest of the name may leave out."""

KNOWN_ORGANISATIONS = _phrases(
    "morgan stanley,morgan chase,jp morgan,merrill lynch,goldman sachs,anheuser busch,"
    "aston villa,aston martin,alfa romeo,rolls royce,harley davidson,calvin klein,"
    "ralph lauren,tommy hilfiger,louis vuitton,hugo boss,marks spencer,wells fargo,"
    "charles schwab,edward jones,jack daniel,jim beam,mary kay,estee lauder,"
    "yves saint laurent,raymond james,dow jones,freddie mac,fannie mae,sallie mae,"
    "credit suisse,john deere,eli lilly,jimmy choo,levi strauss,kate spade,max factor,"
    "tim hortons,barclays capital,lehman brothers,bear stearns,ernst young,price waterhouse,"
    "booz allen,booz allen hamilton,leeds united,beta kappa,"
    "lockheed martin,northrop grumman,mcdonnell douglas,pratt whitney,baker mckenzie,"
    "baker hughes,clifford chance,allen overy,slaughter may,norton rose,"
    "oliver wyman,arthur andersen,philip morris,jardine matheson,russell reynolds,"
    "warner bros,warner brothers,laura ashley,henry schein,thomas cook,hargreaves lansdown,"
    "julius baer,lombard odier,julius meinl,jan de nul,van oord,van cleef,van lanschot,"
    "douwe egberts,albert heijn,delhaize le lion,"
    "johnson johnson,johnson matthey,smith wesson,"
    "smith nephew,procter gamble,abercrombie fitch,dolce gabbana,bang olufsen,black decker,"
    "brown forman,dun bradstreet,fortnum mason,crosse blackwell,holland barrett,harland wolff,"
    "barnes noble,standard poor,simon schuster,taylor francis,tate lyle,"
    "marks spencers,moet hennessy,hiram walker,legg mason,"
    "stanley black,stanley gibbons,cushman wakefield,jones lang lasalle,"
    "knight frank,strutt parker,jackson hewitt,booker mcconnell,taylor wimpey,"
    "george wimpey,virgin atlantic,cadbury schweppes,reckitt benckiser,"
    "thyssen krupp,daimler benz,bristol myers,bristol myers squibb,smith barney,"
    "charles tyrwhitt,crate barrel,williams sonoma,johnson controls,harris teeter,"
    "winn dixie,fred olsen,ben jerry's,"
    "sam adams,samuel adams,ermenegildo zegna,christian dior,stella artois,johnnie walker,"
    "janus henderson,w h smith,wh smith,j sainsbury,paddy power,ted baker,harvey nichols,"
    "dorothy perkins,jack wills,kurt geiger,greene king,shepherd neame,hall woodhouse,"
    "grant thornton,alvarez marsal,duff phelps,piper sandler,cantor fitzgerald,neuberger berman,"
    "franklin templeton,t rowe price,charles stanley,brewin dolphin,panmure liberum,"
    "herbert smith,herbert smith freehills,hogan lovells,davis polk,sidley austin,jones day,"
    "kirkland ellis,sullivan cromwell,simpson thacher,travers smith,addleshaw goddard,"
    "irwin mitchell,leigh day,saatchi saatchi,weber shandwick,hill knowlton,"
    "jose cuervo,duncan hines,ben jerry,"
    "dr pepper,dr martens,dr scholl,mr kipling,mr men,mr clean,mr bean,mrs doubtfire,"
    "captain america,captain marvel,captain morgan,aunt jemima,aunt bessie,uncle ben,uncle sam,"
    "austin powers,harry potter,santa claus,darth vader,mickey mouse,robin hood,"
    "james bond,sherlock holmes,super mario,peter pan,donald duck,bugs bunny"
)
"""Companies, teams and figures of fiction that are called as people are."""

THING_NOUNS = word_set(
    "company group firm airline bank brand shares stock plant factory store stores shop chain "
    "maker software device phone console car jet plane rocket rover satellite ship vessel ferry "
    "boat tanker submarine yacht train club team side squad franchise newspaper paper magazine "
    "website site channel network station film movie song album book novel play opera show series "
    "drug vaccine pill beer wine horse colt filly dog village town city river lake mountain island "
    "islands province region district street road square bridge airport port festival cup trophy "
    "championship league tournament race hotel restaurant bar pub cafe hospital school college "
    "university museum theatre theater stadium arena church mosque temple cathedral prison jail "
    "camp party union association charity foundation agency ministry court hurricane typhoon "
    "storm cyclone virus disease currency chip chips game games label studio spacecraft viaduct "
    "bypass tunnel canal pier dam lighthouse motorway reservoir mine pit quarry refinery"
)
"""What companies, ships, works, teams and places are, beside their names."""

VESSELS = word_set(
    "ship steamship warship flagship vessel ferry boat lifeboat tanker submarine yacht trawler tug "
    "tugboat liner cruiser frigate destroyer schooner barge freighter icebreaker rocket satellite "
    "carrier steamer catamaran hovercraft corvette minesweeper battleship dreadnought ketch sloop "
    "brig clipper galleon motorboat speedboat dinghy narrowboat houseboat dredger"
)
"""What has a name like a person's after it, with a title or without."""

SHIPS_TITLES = word_set("princess prince queen king lady lord duke duchess sir saint st admiral")
"""Titles that are part of ships' names."""

SETTLEMENTS = word_set(
    "village town city country hamlet suburb district province region county state port valley "
    "resort parish settlement municipality township capital republic kingdom island islet commune "
    "inhabitants residents villagers"
)
"""What a place is, or has, before *of* and its name."""

ANIMALS = word_set(
    "alligator alpaca badger bear beagle beaver bird boar bulldog calf camel cat cheetah chicken "
    "chimp chimpanzee cockerel collie colt cow crocodile crow cub dachshund deer dog dolphin "
    "donkey duck duckling eagle elephant ewe falcon ferret filly foal fox frog gecko gelding "
    "gibbon giraffe goat goose gorilla greyhound hamster hare hawk hedgehog heifer hen hippo "
    "hippopotamus horse husky iguana kangaroo kitten koala labrador lamb lemur leopard lion "
    "lioness lizard llama macaw mare mongrel monkey moose mouse mule octopus orangutan orca "
    "ostrich otter owl ox panda parrot peacock pelican penguin pet pig pigeon piglet polecat pony "
    "poodle puma pup puppy python rabbit racehorse ram rat raven reindeer retriever rhino "
    "rhinoceros rooster seal shark sheep sheepdog sloth snake spaniel squirrel stag stallion "
    "stork swan tabby tarantula terrier tiger tomcat tortoise turtle vulture walrus whale wolf "
    "wombat zebra"
)
"""Animals, which people give people's names; in lower case they are nobody's name."""

LARGE_PLACES = word_set(
    "africa america americas antarctica arctic asia atlantic australasia balkans baltic "
    "caribbean caucasus crimea donbas donbass eurasia europe european gaza kashmir kremlin "
    "latin levant mediterranean mideast oceania pacific pentagon sahara scandinavia siberia "
    "tibet african asian americans europeans africans asians russians ukrainians israelis "
    "palestinians chinese germans italians britons soviets korean koreans belgians westminster "
    "brussels downing capitol wall hollywood broadway islam islamic arab arabs christianity "
    "hinduism buddhism"
)
