"""French."""

from bot.language.lexicon import Apostrophe, Lexicon, Questions, Thousands
from bot.language.plain_text import word_set
from bot.language.summary_words import SummaryWords

_NOW = "(?: (?:ici|là|donc|exactement|au juste|en fait|aujourd'hui))*"
_PIECE = "(?:article|texte|dépêche|reportage|histoire|papier)"

FRENCH = Lexicon(
    code="fr",
    sureness=0.49,
    algorithm="french",
    apostrophe=Apostrophe.PARTS,
    thousands=Thousands.SPACE,
    stop_words=word_set(
        "a à ai ait alors après as au aucun aussi autre aux avaient avait avant avec avez avoir "
        "avons ayant c ça ce ceci cela celle celles celui ces cet cette ceux chez ci combien "
        "comme comment d dans de depuis des dès dont du elle elles en encore entre es est est-ce "
        "et étaient était étant été être eu eux fait faut furent fut ici il ils j je l la là "
        "laquelle le lequel les lesquelles lesquels leur leurs lors lui m ma mais me même mêmes "
        "mes moi mon n ne ni nos notre nous on ont ou où par parce pas pendant peut plus pour "
        "pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa sans se sera seront "
        "ses si soit son sont sous suis sur t ta te tes toi ton tous tout toute toutes tu un une "
        "vers vont vos votre vous y quelqu qu'est "
        "donc car très déjà ainsi peuvent pouvait doit doivent devait va allait chacun duquel "
        "auquel "
        "durant malgré selon afin ensuite aura auront "
        "font faire veut veulent moins trop façon manière"
    ),
    questions=Questions(
        person=r"(?<!est-ce )qui|quelle personne|quel homme|quelle femme|de qui|à qui",
        time=r"quand|quelle (?:année|date|heure|époque|période|saison)|"
        r"quel (?:jour|mois|siècle|moment)",
        place=r"où|quelle? (?:ville|pays|lieu|endroit|région|village|continent|quartier)",
        number=r"combien|quel (?:âge|nombre|pourcentage|prix|montant|taux)|quelle (?:somme|part|"
        r"distance|taille|durée|amende)",
        count=r"combien d(?:es?)?",
    ),
    times=word_set(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
        "lundi mardi mercredi jeudi vendredi samedi dimanche hier demain aujourd siècle siècles "
        "décennie matin soir midi minuit "
        "printemps automne hiver nuit"
    ),
    numbers=word_set(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
        "vingt trente quarante cinquante soixante cent cents mille million millions milliard "
        "milliards dizaine douzaine centaine moitié tiers quart double"
    ),
    openings=word_set(
        "et mais ou donc or car puis ensuite alors cependant toutefois pourtant ainsi aussi enfin "
        "ce cela ceci cette ces celui celle ceux celles néanmoins"
    )
    | {"en effet"},
    pronouns=word_set("il elle ils elles son sa ses leur leurs celui-ci celle-ci"),
    abbreviations=word_set(
        "m mm mme mmes mlle dr pr prof me mgr st ste av bd boul p pp vol no n° art cf env ex fig "
        "janv févr avr juil sept oct nov déc apr resp tél chap éd cie gén cdt lt"
    ),
    summaries=SummaryWords(
        phrases=(
            "qu'est(?:-| )ce (?:qu'il|qui) (?:s'est passé|se passe|est arrivé"
            f"|s'est produit){_NOW}",
            f"que (?:s'est(?:-| )il|se passe(?:-| )t(?:-| )il){_NOW}(?: passé| produit)?{_NOW}",
            f"qu'est(?:-| )il{_NOW} arrivé{_NOW}|(?:il )?(?:s'est passé|se passe) quoi{_NOW}",
            f"de quoi (?:s'agit(?:-| )il|(?:ça|cela) parle|est(?:-| )il question){_NOW}|(?:ça"
            "|cela) parle de quoi",
            f"de quoi (?:parle|traite) (?:l'|(?:cet|cette|le|la|ce) ){_PIECE} {{}}",
            "résum(?:e|es|er|ez|é)(?:(?:-| )(?:moi|nous|le|la))* {}",
            "(?:(?:un|le|petit|bref|rapide) )*(?:résumé|récap|récapitulatif) {}",
            "(?:c'est quoi|quel est) le sujet|de quoi (?:il|ça) s'agit",
            "(?:en (?:bref|résumé|gros|deux mots)|l'essentiel)",
        ),
        more=(
            "(?:(?:dis|dites|donne|donnez|raconte)(?:-| )(?:moi|nous) )?(?:en |un peu )?"
            "(?:plus|davantage)"
            "(?: (?:à ce sujet|là(?:-| )dessus|de détails))?",
            "(?:et )?(?:quoi|rien) d'autre|(?:et )?(?:encore|ensuite)|continue[zr]?",
        ),
        leads=(
            "(?:tu |vous )?(?:peux|pourrais|pouvez|pourriez)(?:(?:-| )(?:tu|vous))?"
            "|(?:je )?(?:veux|voudrais)",
            "(?:fais|faites|donne|donnez)(?:(?:-| )(?:moi|nous))?|faire|donner|me|nous|alors|et",
        ),
        filling=word_set(
            "article articles texte dépêche reportage histoire papier actualité info "
            "dernier dernière dernières récent récente moi nous"
        ),
    ),
)
