"""Korean: pairs of syllables within a word are what is compared."""

from bot.language.lexicon import Lexicon, Questions, Script, Thousands
from bot.language.plain_text import word_set

KOREAN = Lexicon(
    code="ko",
    sureness=0.3,
    script=Script.SYLLABIC,
    has_case=False,
    asked_anywhere=True,
    capitals_are_names=False,
    thousands=Thousands.COMMA,
    stop_words=word_set(
        "은 는 이 가 을 를 의 에 와 과 도 로 및 그 이다 있다 없다 것 수 등 더 한 그리고 그러나 "
        "하지만 또는 누구 언제 어디 무엇 왜 어떻게 얼마 얼마나 몇 어느 어떤 무슨 누가 누구입니까 "
        "무엇입니까 어디입니까 언제입니까 누구의 누구를 무엇을 무엇이 무엇에 어디에 어디에서 "
        "어디서 입니까 습니까 니까 다고 라고 했다 한다 된다 이라 에서 에게 으로 까지 부터 하고 "
        "했습 합니 습니 누구였습니까 구입 엇입 디입 입니 엇을 엇이 엇에 까닭은 나요 인가 가요 "
        "이었 였습 었습 있습 없습 "
        "어떻 떻게 마나 뭐야 뭔가"
    ),
    questions=Questions(
        person=r"누구|누가|어떤 사람",
        time=r"언제|몇 ?(?:년|월|일|시)|(?:어느|어떤|무슨) (?:해|날|달|계절|시기)|무슨 요일",
        place=r"어디|어느 (?:도시|나라|곳|마을|지역)",
        number=r"몇|얼마|얼마나",
        count=r"몇 ?(?:명|개|종|가지|마리|번|대|곳|나라|사람)",
    ),
    times=word_set(
        "어제 오늘 내일 요일 월요일 화요일 수요일 목요일 금요일 토요일 일요일 세기 오전 오후 새벽 "
        "아침 저녁 봄 여름 가을 겨울"
    ),
    numbers=word_set("둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 스물 서른 백 천 만 억 절반 두 세 네"),
    openings=word_set("그리고 그러나 하지만 그래서 또 또한 그런데 이 이것 그것 그때 이에"),
    pronouns=word_set("그 그는 그녀 그녀는 그들 그들은"),
)
