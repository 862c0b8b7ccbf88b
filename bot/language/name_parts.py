"""Particles and family names that show how a person's name is built, in any language."""

from __future__ import annotations

from bot.language.plain_text import word_set

SUFFIXES = word_set("jr sr ii iii iv")
"""What may follow a surname (``Martin Luther King Jr.``)."""

GENERATION_NUMBERS = word_set("ii iii iv")
"""Those that are numbers."""

GIVEN_OPENINGS = word_set("will may can")
"""Given names that are also words that a sentence may begin with."""

GENERATIONS = frozenset({"jr", "sr"})
"""Suffixes that news leaves out and puts in without meaning another person."""

SURNAME_PREFIXES = word_set("o ni mac ap ab fitz")
"""Words before a surname that is at times said without them (``Ó Raghallaigh``, ``ap Huw``)."""

ARTICLES = ("al-", "el-", "Al-", "El-")
"""Arabic articles that a surname may begin with."""

PARTICLES = word_set(
    "de da do dos das del della dello degli di du des la le van von der den ter ten zu zum zur "
    "'t ’t bin ibn bint al el ul ur y e af av abu ben mac san santa ap ab"
)
"""Words in lower case that belong to the surname after them."""

EAST_ASIAN_SURNAMES = word_set(
    "ahn an bae baek bai cai cao chan chang chao chau chen cheng cheong cheung chiang chin cho "
    "choe choi chong chou chow chu chua chui chung deng ding dong du duan fan fang feng fok "
    "fong fu fung gao go goh gong gu guan guo ha hae han hao he ho hon hong hou hsiao hsieh hsu "
    "hu huang hui hung huynh hwang im ip jang jeon jeong jia jiang jin jo joo ju jung kam kan "
    "kang kim ko koh koo kuo kwak kwan kwok kwon kwong lai lam lau law lee lei leong leung li "
    "liang liao lim lin ling liu lo loh lok low lu luk luo lyu ma mak man mao mei meng min mo "
    "moon mui mok na nam ng ngai ngo nguyen oh ong pae pak pan pang park peng phan pham poon "
    "pun qian qin qiu rhee ri ryu seo seong shao shek shen sheng shi shiu shum shin sim sin sit "
    "siu so sohn son song su suen suh sun szeto tai tam tan tang tao teng teo teoh tian tien "
    "ting to toh tong tran tsai tsang tse tseng tsui tu tung wan wang wei wen wong woo wu xi "
    "xiao xie xing xiong xu xue yan yang yao yau ye yee yeh yeo yeoh yeung yi yim yin yip yiu "
    "yong yoo yoon you yu yuan yue yuen yun zeng zhang zhao zheng zhong zhou zhu zou"
)
"""Family names of Chinese, Korean and Vietnamese people, which often stand first."""
