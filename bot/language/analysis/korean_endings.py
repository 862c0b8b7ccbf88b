"""Strip the endings of Korean words: particles, plurals, and the endings of verbs.

A particle that follows a consonant has another form than one that follows a vowel, so that many
nouns that end alike are told from a noun with its particle: the *이* of *나이* is none.
"""

from __future__ import annotations

from bot.language.plain_text import longest_first, word_set

_FIRST, _LAST, _FINALS = 0xAC00, 0xD7A3, 28
_RIEUL = 8
"""The number of the final consonant ㄹ, which *로* follows as it follows a vowel."""

_AFTER_CONSONANT = word_set("이 은 을 과 으로 이나 이라고 이며 이고 이다 이었다 이라는 이란 이랑")
_AFTER_VOWEL = word_set("가 는 를 와 로 나 라고 며 였다 라는 란 랑")
_PARTICLES = longest_first(
    "은 는 이 가 을 를 의 에 와 과 도 로 만 들 으로 에서 에게 에게서 까지 부터 라고 이라고 처럼 "
    "보다 께서 께 한테 이나 에는 에도 에만 에서는 에서도 에서의 에의 으로는 으로도 으로서 으로써 "
    "로서 로써 로는 로도 까지는 까지도 부터는 마다 조차 마저 밖에 이란 이라는 라는 이랑 하고 들이 "
    "들은 들을 들의 들에게 들과 들도 입니다 입니까 이다 이었다 였다 이며 이고 인가 인가요 인지 "
    "이었나 였나 이었나요 였나요 이었는가 였는가 이었습니까 였습니까 이었습니다 였습니다 이에요 "
    "예요 이야 이었지만 였지만 이지만"
)
_VERBS = longest_first(
    "하다 했다 한다 하는 하여 하였다 하였고 하였으며 하였으나 하였지만 했으며 했으나 했고 했지만 "
    "했던 하며 하면서 하기 하던 하지 하도록 하려고 하려면 합니다 했습니다 하였습니다 합니까 "
    "했습니까 하였습니까 하나 했나 하였나 하나요 했나요 했어 했어요 하는가 하는지 했는가 했는지 "
    "하였는가 했을까 해서 해야 되다 된다 되는 되어 되었다 되었고 되었으며 되었으나 되었지만 됐다 "
    "됐고 됐으며 됐으나 됐지만 되며 되고 되면서 되던 되도록 됩니다 되었습니다 됐습니다 됩니까 "
    "되었습니까 됐습니까 되나 되었나 됐나 되나요 되었나요 됐나요 되었는가 됐는가 됐어 됐어요 돼서 "
    "돼 된 될 습니다 습니까 었습니다 았습니다 었습니까 았습니까 였습니다 었다 았다 었고 았고 "
    "었으며 았으며 었으나 았으나 었지만 았지만 었던 았던 었나 았나 었나요 았나요 었는가 았는가 "
    "었는지 았는지 었어 았어 었어요 았어요 었을까 는가 는가요 는지 는데 나요 은가 은가요 ㅂ니까 "
    "면서 으며 으면 려고 지만 도록 는다 어서 아서"
)
_LONG_ENDINGS = ("한", "할", "함", "해", "시킨", "시켰다", "시키는")
"""What two syllables or more have to stand before, as *북한* and *역할* are nouns."""

_NOUNS = word_set(
    "유로 길이 높이 깊이 넓이 종이 먹이 놀이 어린이 고양이 회의 주의 동의 정의 강의 합의 결의 "
    "편의 건의 항의 상의 논의 거의 문의 심의 호의 고의 예의 창의 결과 효과 성과 통과 학과 교과 "
    "초과 도로 경로 진로 세로 가로 회로 피로 미로 지도 제도 속도 정도 태도 보도 시도 온도 각도 "
    "인도 강도 밀도 의도 수도 별도 효도 반도 열도 용도 빈도 고도 농도 습도 포도 기도 파도 위도 "
    "경도 궤도 철도 한도 년도 복도 차도 제주도 경기도 강원도 독도 울릉도 남도 북도 대만 불만 아들 "
    "하나 세계 휴가 정가 증가 단가 원가"
)
"""Nouns whose last syllable reads like a particle after the one before it."""

_QUESTION_WORDS = longest_first(
    "얼마 얼마나 누구 누가 언제 어디 무엇 무슨 어느 어떤 어떻게 왜 뭐 며칠 누굴 뭘 어째서"
)
_HOW_MANY = "몇"
_ENDINGS_OF_QUESTION_WORDS = longest_first(
    "인가 인가요 입니까 이었나 였나 였나요 였습니까 이었습니까 이었는가 였는가 에 에서 서 에서는 "
    "를 을 의 로 까지 부터 나 이 가 야 이야 예요 이에요 였어 였지 죠 이죠 지 인지 였는지 든 에게 "
    "한테 와 과 라고 이라고 나요 냐 이냐 였을까 일까"
)


def without_endings(word: str) -> str:
    """Return a Korean word without its endings, or nothing of a question word.

    Args:
        word: A word in syllables of Hangul.
    """
    word = word.removeprefix(_HOW_MANY)
    if not word or _asks(word):
        return ""
    while word not in _NOUNS:
        shorter = _without_one(word)
        if shorter == word:
            break
        word = shorter
    return word


def _without_one(word: str) -> str:
    for ending in _VERBS:
        if word.endswith(ending) and len(word) > len(ending):
            return word.removesuffix(ending)
    for ending in _PARTICLES:
        if word.endswith(ending) and len(word) > len(ending) and _may_follow(word, ending):
            return word.removesuffix(ending)
    for ending in _LONG_ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending)
    return word


def _may_follow(word: str, particle: str) -> bool:
    """Return whether a particle's form is the one that follows the syllable before it."""
    before = ord(word[-len(particle) - 1])
    if not _FIRST <= before <= _LAST:
        return True
    final = (before - _FIRST) % _FINALS
    if particle in _AFTER_CONSONANT:
        return final != 0
    if particle in _AFTER_VOWEL:
        return final == 0 or (final == _RIEUL and particle.startswith("로"))
    return True


def _asks(word: str) -> bool:
    return any(
        word == asked or word.removeprefix(asked) in _ENDINGS_OF_QUESTION_WORDS
        for asked in _QUESTION_WORDS
        if word.startswith(asked)
    )
