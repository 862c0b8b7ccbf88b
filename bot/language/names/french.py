"""The words around names in French."""

from bot.language.names.phrases import PhraseWords
from bot.language.names.rules import NameWords

FRENCH_NAMES = NameWords(
    honorifics=(
        "m m. mm mme mmes mlle monsieur madame mademoiselle dr docteur pr professeur maitre me "
        "mgr monseigneur sir lady lord prince princesse roi reine pape cardinal sr "
        "general colonel capitaine commandant lieutenant amiral marechal sergent"
    ),
    offices=(
        "president presidente vice-president vice-presidente ministre premier premiere chancelier "
        "chanceliere secretaire senateur senatrice depute deputee maire prefet prefete gouverneur "
        "gouverneure ambassadeur ambassadrice commissaire procureur procureure juge directeur "
        "directrice chef cheffe porte-parole candidat candidate pdg eurodepute eurodeputee"
    ),
    roles=(
        "biologiste historien historienne ingenieur ingenieure etudiant etudiante chercheur "
        "chercheuse avocat avocate journaliste ecrivain ecrivaine acteur actrice chanteur "
        "chanteuse realisateur realisatrice entraineur entraineuse joueur joueuse gardien "
        "gardienne attaquant attaquante coureur coureuse champion championne medecin infirmier "
        "infirmiere economiste politologue sociologue physicien physicienne chimiste architecte "
        "artiste peintre photographe auteur autrice policier policiere militant militante "
        "responsable membre patron patronne fondateur fondatrice pere mere fils fille frere "
        "soeur epoux epouse mari femme ami amie temoin victime suspect suspecte collegue "
        "professeure enseignant enseignante agriculteur agricultrice pecheur boulanger "
        "boulangere conseiller conseillere dirigeant dirigeante leader habitant habitante "
        "navigateur astronaute pilote delegue deleguee syndicaliste capitaine arbitre milieu "
        "defenseur defenseuse passeur passeuse buteur buteuse nageur nageuse skieur skieuse "
        "cycliste selectionneur selectionneuse metteur metteuse comedien comedienne danseur "
        "danseuse musicien musicienne compositeur compositrice romancier romanciere traducteur "
        "traductrice editeur editrice libraire galeriste restaurateur restauratrice cuisinier "
        "cuisiniere boucher bouchere epicier epiciere eleveur eleveuse berger bergere vigneron "
        "vigneronne cerealier cerealiere maraicher maraichere bucheron pompier pompiere gendarme "
        "douanier chauffeur chauffeuse routier conducteur conductrice mecanicien mecanicienne "
        "electricien plombier macon menuisier ouvrier ouvriere salarie salariee employe employee "
        "cadre comptable expert-comptable notaire huissier greffier adjoint adjointe elu elue "
        "edile opposant opposante eveque pretre imam rabbin pasteur veterinaire pharmacien "
        "pharmacienne dentiste chirurgien chirurgienne psychiatre psychologue sage-femme "
        "meteorologue previsionniste geologue mycologue genetitien geneticien geneticienne "
        "botaniste zoologiste astronome mathematicien mathematicienne linguiste philosophe "
        "critique retraite retraitee voisin voisine locataire proprietaire touriste randonneur "
        "randonneuse vacancier passager passagere automobiliste prevenu prevenue accuse accusee "
        "beau-frere belle-soeur cousin cousine oncle tante grand-pere grand-mere neveu niece "
        "petit-fils doyen doyenne tresorier tresoriere regisseur regisseuse benevole animateur "
        "animatrice educateur educatrice vendeur vendeuse agresseur chasseur chasseuse formateur "
        "formatrice organisateur organisatrice navigatrice sculpteur sculptrice conservateur "
        "administrateur administratrice coordinateur coordinatrice createur creatrice spectateur "
        "spectatrice vainqueur patineur patineuse rameur grimpeur grimpeuse viticulteur "
        "viticultrice apiculteur apicultrice instituteur institutrice inspecteur inspectrice "
        "senatrice "
        "coach promoteur promotrice technicien technicienne lateral ailier ailiere portier meneur "
        "meneuse rapporteur rapporteuse eurodepute sous-prefet sous-prefete vice-maire "
        "octogenaire nonagenaire gerant gerante exploitant exploitante "
        "bibliothecaire avant-centre"
    ),
    adjectives_follow=True,
    role_endings="iste logue graphe nome cien cienne",
    adjectives=(
        "ancien ancienne ex jeune actuel actuelle nouveau nouvelle general generale adjoint "
        "adjointe grand grande celebre senior francais francaise"
    ),
    speech=(
        "dit dite declare affirme explique ajoute raconte indique assure estime annonce precise "
        "souligne repond lance confie denonce deplore salue rappelle juge demande promet avoue "
        "accuse previent conclut note observe selon"
    ),
    actions=(
        "est etait a avait sera joue gagne remporte marque perd dirige preside quitte rejoint "
        "devient nee ne meurt mort vit arrive arrivee reçoit recoit veut souhaite espere qui dont"
    ),
    organisations=(
        "universite institut ecole lycee college musee conseil comite commission parti union "
        "ligue federation association fondation societe compagnie groupe banque hopital eglise "
        "cathedrale mosquee synagogue ministere assemblee senat parlement gouvernement cour "
        "tribunal agence police armee marine aeroport gare port place rue avenue boulevard pont "
        "tour palais chateau parc stade coupe championnat journal radio television theatre opera "
        "orchestre republique royaume etats etat ville region departement province ile iles mont "
        "montagne lac mer ocean riviere fleuve vallee nord sud est ouest guerre paix accord "
        "traite loi prix festival"
    ),
    prepositions="a en au aux dans vers depuis chez pres",
    portfolios=(
        "etat affaires etrangeres interieur justice defense education sante finances economie "
        "culture travail agriculture transports environnement exterieur republique gouvernement"
    ),
    parties=(
        "republicain republicaine democrate socialiste communiste ecologiste conservateur "
        "conservatrice liberal liberale catholique musulman musulmane juif juive chretien "
        "chretienne protestant protestante"
    ),
    phrases=PhraseWords(
        definite="le la les l' l’",
        indefinite="un une des",
        possessive="son sa ses leur leurs notre",
        conjunctions="et ou",
        of="de du des d' d’",
        prepositions="a à au aux en dans sur pour par avec contre entre vers chez",
        copulas="est était fut devient reste",
        relatives="qui dont que où",
        age=r"(?:âgée? de )?\d{1,3} ans",
        verbal_endings="ment ant",
        plural_endings="s",
        short_names="manu=emmanuel alex=alexandre/alexandra jo=joseph gege=gerard dede=andre",
    ),
)
