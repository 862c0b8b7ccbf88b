"""The words around names in Spanish."""

from bot.language.names.phrases import PhraseWords
from bot.language.names.rules import NameWords

SPANISH_NAMES = NameWords(
    honorifics=(
        "sr sra srta sres senor senora senorita don dona d dr dra doctor doctora prof profesor "
        "profesora sir lady lord principe princesa rey reina papa cardenal obispo padre sor "
        "general coronel capitan comandante teniente almirante sargento lic ing d."
    ),
    offices=(
        "presidente presidenta vicepresidente vicepresidenta ministro ministra primer canciller "
        "secretario secretaria senador senadora diputado diputada alcalde alcaldesa gobernador "
        "gobernadora embajador embajadora comisario comisaria fiscal juez jueza director "
        "directora jefe jefa portavoz candidato candidata lider consejero consejera concejal "
        "concejala"
    ),
    roles=(
        "biologo biologa historiador historiadora ingeniero ingeniera estudiante investigador "
        "investigadora abogado abogada periodista escritor escritora actor actriz cantante "
        "cineasta entrenador entrenadora jugador jugadora portero portera delantero delantera "
        "corredor corredora campeon campeona medico medica enfermero enfermera economista "
        "politologo sociologo fisico quimico arquitecto arquitecta artista pintor pintora "
        "fotografo fotografa autor autora policia activista miembro fundador fundadora padre "
        "madre hijo hija hermano hermana esposo esposa marido mujer amigo amiga testigo victima "
        "sospechoso sospechosa colega maestro maestra agricultor pescador panadero panadera "
        "asesor asesora dirigente empresario empresaria piloto astronauta sindicalista ciclista "
        "vecino vecina jubilado jubilada turista pasajero pasajera conductor conductora bombero "
        "bombera guardia celador celadora cirujano cirujana veterinario veterinaria farmaceutico "
        "farmaceutica psicologo psicologa matrona dentista notario notaria secretario gerente "
        "consejero contable organizador organizadora arbitro arbitra capitan nadador nadadora "
        "boxeador tenista futbolista lateral centrocampista defensa cantautor compositor "
        "compositora bailarin bailarina musico poeta poetisa novelista traductor traductora "
        "editor editora critico critica librero librera cocinero cocinera camarero camarera "
        "carnicero ganadero ganadera pastor pastora marinero mariscador mariscadora minero "
        "minera albanil electricista fontanero mecanico camionero taxista obrero obrera empleado "
        "empleada trabajador trabajadora opositor opositora edil sacerdote parroco monja rabino "
        "iman geologo geologa botanico botanica astronomo matematico matematica filosofo "
        "filosofa meteorologo experto experta profesor catedratico catedratica alumno alumna "
        "becario becaria acusado acusada detenido detenida cunado cunada tio tia primo prima "
        "abuelo abuela nieto nieta sobrino sobrina suegro suegra yerno nuera viudo viuda novio "
        "novia companero companera subdirector exalcalde expresidente tesorero tesorera vendedor "
        "vendedora comprador compradora cazador cazadora boxeadora patinador patinadora "
        "programador programadora disenador disenadora educador educadora restaurador "
        "restauradora administrador administradora coordinador coordinadora recaudador "
        "repartidor repartidora ganador ganadora tirador tiradora escalador escaladora esquiador "
        "esquiadora remador domador labrador labradora "
        "tecnico tecnica colegiado colegiada perito perita seleccionador seleccionadora "
        "guardameta ariete mediocentro exministro exministra exalcaldesa expresidenta "
        "exjuez exdiputado exdiputada vicepresidente juez magistrado magistrada sargento "
        "bibliotecario bibliotecaria archivero archivera hostelero hostelera tabernero tabernera"
    ),
    adjectives_follow=True,
    role_endings="ista ologo ologa ografo ografa",
    adjectives=(
        "ex exministro antiguo antigua joven actual nuevo nueva general adjunto adjunta gran "
        "famoso famosa espanol espanola keniana keniano"
    ),
    speech=(
        "dijo dice declaro afirmo afirma explico explica anadio conto cuenta indico aseguro "
        "senalo sostuvo anuncio preciso subrayo respondio denuncio lamento recordo pidio prometio "
        "admitio acuso advirtio concluyo segun"
    ),
    actions=(
        "es era fue ha habia sera juega gano gana marco perdio dirigio dirige preside dejo llego "
        "nacio murio vive recibio recibe quiere espera dio que"
    ),
    organisations=(
        "universidad instituto escuela colegio museo consejo comite comision partido union liga "
        "federacion asociacion fundacion sociedad compania grupo banco hospital iglesia catedral "
        "mezquita ministerio asamblea senado parlamento congreso gobierno corte tribunal agencia "
        "policia ejercito armada aeropuerto estacion puerto plaza calle avenida puente torre "
        "palacio castillo parque estadio copa campeonato diario periodico radio television teatro "
        "opera orquesta republica reino estados estado ciudad region provincia departamento isla "
        "islas monte montana lago mar oceano rio valle norte sur este oeste guerra paz acuerdo "
        "tratado ley premio festival euros unidos unidas naciones "
        "atletico deportivo sporting racing cruz sierra villa valle playa laguna cerro colegio"
    ),
    prepositions="en a desde hacia hasta cerca",
    portfolios=(
        "estado exteriores interior justicia defensa educacion salud sanidad hacienda economia "
        "cultura trabajo agricultura transportes gobierno republica"
    ),
    parties=(
        "republicano republicana democrata socialista comunista conservador conservadora liberal "
        "catolico catolica musulman musulmana judio judia cristiano cristiana"
    ),
    phrases=PhraseWords(
        definite="el la los las",
        indefinite="un una unos unas",
        possessive="su sus nuestro nuestra",
        conjunctions="y e o u",
        of="de del",
        prepositions="a al en con por para desde hasta sobre contra entre",
        copulas="es era fue",
        relatives="que quien cuyo cuya donde",
        age=r"(?:de )?\d{1,3} años",
        verbal_endings="mente ando endo",
        plural_endings="es s",
        short_names="pepe=jose paco=francisco nacho=ignacio lola=dolores chema=jose kiko=francisco "
        "quique=enrique concha=concepcion",
    ),
)
