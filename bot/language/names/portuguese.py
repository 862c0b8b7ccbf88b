"""The words around names in Portuguese."""

from bot.language.names.phrases import PhraseWords
from bot.language.names.rules import NameWords

PORTUGUESE_NAMES = NameWords(
    honorifics=(
        "sr sra srs sras senhor senhora dom dona dr dra doutor doutora prof profa professor "
        "professora sir lady lord principe princesa rei rainha papa cardeal bispo padre frei irma "
        "general coronel capitao comandante tenente almirante sargento eng"
    ),
    offices=(
        "presidente presidenta vice-presidente ministro ministra primeiro-ministro "
        "primeira-ministra chanceler secretario secretaria senador senadora deputado deputada "
        "prefeito prefeita governador governadora embaixador embaixadora comissario comissaria "
        "procurador procuradora juiz juiza diretor diretora chefe porta-voz candidato candidata "
        "lider vereador vereadora autarca"
    ),
    roles=(
        "biologo biologa historiador historiadora engenheiro engenheira estudante pesquisador "
        "pesquisadora investigador investigadora advogado advogada jornalista escritor escritora "
        "ator atriz cantor cantora cineasta treinador treinadora jogador jogadora goleiro "
        "atacante corredor corredora campeao campea medico medica enfermeiro enfermeira "
        "economista cientista sociologo sociologa fisico quimico arquiteto arquiteta artista "
        "pintor pintora fotografo fotografa autor autora policial ativista membro fundador "
        "fundadora pai mae filho filha irmao irma marido esposa mulher amigo amiga testemunha "
        "vitima suspeito suspeita colega agricultor pescador padeiro padeira assessor assessora "
        "dirigente empresario empresaria piloto astronauta vizinho vizinha reformado reformada "
        "aposentado aposentada turista passageiro passageira motorista maquinista bombeiro "
        "bombeira comandante guarda cirurgiao cirurgia veterinario veterinaria farmaceutico "
        "farmaceutica psicologo psicologa parteira dentista notario contabilista contador "
        "tesoureiro tesoureira gestor gestora gerente administrador administradora banqueiro "
        "banqueira arguido arguida reu pastor pastora carteiro carteira taxista camionista "
        "operario operaria pedreiro eletricista mecanico empregado empregada funcionario "
        "funcionaria trabalhador trabalhadora sindicalista cozinheiro cozinheira lavrador "
        "lavradora criador criadora vinhateiro nutricionista imunologista virologista geologo "
        "geologa botanico botanica astronomo matematico matematica filosofo filosofa surfista "
        "nadador nadadora ciclista arbitro arbitra capitao capita avancado medio guarda-redes "
        "defesa musico musica compositor compositora bailarino bailarina poeta romancista "
        "tradutor tradutora editor editora critico livreiro livreira padre freira bispo rabino "
        "ima aluno aluna tio tia primo prima avo neto neta sobrinho sobrinha cunhado cunhada "
        "sogro sogra genro nora viuvo viuva noivo noiva companheiro companheira coordenador "
        "coordenadora especialista perito perita secretario-geral ex-ministro pediatra delegado "
        "delegada vendedor vendedora comprador compradora cacador cacadora programador "
        "programadora educador educadora restaurador restauradora organizador organizadora "
        "vencedor vencedora escalador remador ganhador ganhadora servidor servidora pescadora "
        "narrador narradora "
        "empreiteiro empreiteira topografo topografa primeira-dama vereador vereadora"
    ),
    adjectives_follow=True,
    role_endings="ista ologo ologa ografo ografa",
    adjectives=(
        "ex antigo antiga jovem atual novo nova geral adjunto adjunta grande famoso famosa "
        "brasileiro brasileira portugues portuguesa queniano queniana"
    ),
    speech=(
        "disse diz declarou afirmou afirma explicou explica acrescentou contou conta indicou "
        "garantiu destacou sustentou anunciou informou sublinhou respondeu denunciou lamentou "
        "lembrou pediu prometeu admitiu acusou advertiu concluiu segundo"
    ),
    actions=(
        "e era foi tem tinha sera joga venceu ganhou marcou perdeu dirigiu dirige preside deixou "
        "chegou nasceu morreu vive recebeu recebe quer espera ficou deparou que"
    ),
    organisations=(
        "universidade instituto escola colegio museu conselho comite comissao partido uniao liga "
        "federacao associacao fundacao sociedade companhia grupo banco hospital igreja catedral "
        "mesquita ministerio assembleia senado parlamento congresso camara governo corte tribunal "
        "agencia policia exercito marinha aeroporto estacao porto praca rua avenida ponte torre "
        "palacio castelo parque estadio copa taca campeonato diario jornal radio televisao teatro "
        "opera orquestra republica reino estados estado cidade regiao provincia ilha ilhas monte "
        "montanha lago mar oceano rio vale norte sul leste oeste guerra paz acordo tratado lei "
        "premio festival unidos unidas nacoes "
        "atletico desportivo ferroviario sporting vila casa serra praia aldeia lagoa alianca"
    ),
    prepositions="em no na nos nas ate desde para",
    portfolios=(
        "estado exteriores interior justica defesa educacao saude fazenda economia cultura "
        "trabalho agricultura transportes governo republica"
    ),
    parties=(
        "republicano republicana democrata socialista comunista conservador conservadora liberal "
        "catolico catolica muculmano muculmana judeu judia cristao crista petista"
    ),
    phrases=PhraseWords(
        definite="o a os as",
        indefinite="um uma uns umas",
        possessive="seu sua seus suas",
        conjunctions="e ou",
        of="de do da dos das",
        prepositions="em no na nos nas ao à com por pelo pela para sobre contra entre",
        copulas="é era foi",
        relatives="que quem cujo cuja onde",
        age=r"(?:de )?\d{1,3} anos",
        verbal_endings="mente ando endo",
        plural_endings="es s",
        short_names="ze=jose chico=francisco quim=joaquim beto=roberto tonho=antonio",
    ),
)
