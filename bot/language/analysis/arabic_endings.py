"""Strip what Arabic writes together with a word, alike whatever it is written with.

The stemmer takes an ending off *مدرسة* and leaves it on *المدرسة*, so that a noun with its article
is another word. These rules are those of the light stemmer of Larkey, Ballesteros and Connell
(2002), with an *and*, *in* or *for* before other words as well.
"""

from __future__ import annotations

from bot.language.plain_text import longest_first, word_set

_WITH_ARTICLE = longest_first("ال وال فال بال كال لل ولل وبال فلل")
_ENDINGS = longest_first("تهما تها تهم ته ها هما هم هن نا وا ات ان ون ين يه ه ي ت ا")
_JOINED = "وفبكل"
"""What is written together with a word, be it without an article."""

_LEAST = 3
_LEAST_AFTER = {"و": 3, "ب": 4, "ل": 4}
"""The letters that *and*, *in* and *for* leave at the least."""

_OWN_BEGINNINGS = {
    "و": longest_first(
        "وزير وزار وزرا وكال وكلا وكيل واحد ولاد وليد وجود واجه واجب واقع وسيط وسيل وساي وصول وضوح "
        "واضح وظيف وظاي وافق وقود وقاي ولاي وثيق وثاي واشنط وادي وارد واسع وشيك واتس وارس وسام "
        "وديع وداي وتير وحش وقوع وقوف ورود وفير وعود وحيد وارث"
    ),
    "ب": longest_first(
        "بحري برنام بنوك بطول برلم بيان بيي بنات بطاق بريط برلين بغداد بيروت بوتين بايدن بداي بديل "
        "بسيط باحث برام برتق بركان بستان بضاع بضايع بطار بعيد بكين بلاد بلاغ بلاست بلور بلوغ بندق "
        "بورص بوسط بوليس باكست بابا بارد باريس بارز باقي بترول بساط برهن بخار بخيل بحوث بحار بحير "
        "بناء بنايه بواب بلجيك بلغار بلقان بنغل بنغاز بولند بروسي بروت برتغال برازيل بوليفي بوسن "
        "بكتيري بيولوج براءه بريد بيزنط"
    ),
    "ل": longest_first(
        "لجان لاعب لندن ليبي ليبر لواء لحوم ليال لقاح لاجي لايح لاتين لازم لباس لذيذ لسان لطيف "
        "لكسم لاهاي لوجست لصوص لبنان لقاء لغات لغوي لمعان لوحه لوحات"
    ),
    "ا": longest_first(
        "الماني الباني الكترون الغاء الزام القاء الهام التزام التهاب التحاق التماس التقاط "
        "التفاف البوم"
    ),
    "ك": longest_first("كالسيوم كاليفورني"),
}
"""How words begin whose first letters are their own: *وزير*."""

_OWN_WORDS = word_set(
    "وحد والد ولد وجه وجب وقت وقف وقع ورق ورث ورش وسط وصل وضع وطن وظف وفد وفا وفق وثق وزن وزع وعد "
    "وعي وهم وهب ورد وسع وصف وصي وبا وباء وتر "
    "بلد بحر بحث بنا بنك باب بيت بنت برج بعث بدا بعد بقي بطل بالغ باي بدل برد برق بشر بطن بعض بقر "
    "بلغ بهج بوك بيض بيع بير باص برز بذر بذل بني "
    "لجن لقا لغه لبن لوا لحم ليل لقب لوح لحظ لعب لون لهج لوس لص لمس لمع لمح لدي "
    "العاب الوان الغام الياف اليات الواح القاب"
)
"""Words whose first letters are their own, without their endings: *وجه*, and not *وجهد*."""


def stem_of(word: str) -> str:
    """Return an Arabic word without its article, what is joined to it, and its endings.

    Args:
        word: A word whose variants of alef, hamza and ta marbuta are written in one way.
    """
    return _without_endings(word if _is_whole(word) else _without_prefix(word))


def _without_endings(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word.removesuffix(ending)
    return word


def _is_whole(word: str) -> bool:
    """Return whether a word's first letters are its own."""
    return word.startswith(_OWN_BEGINNINGS.get(word[:1], ())) or (
        word in _OWN_WORDS or _without_endings(word) in _OWN_WORDS
    )


def _without_prefix(word: str) -> str:
    if word[0] in _JOINED and word[1:].startswith(_OWN_BEGINNINGS["ا"]):
        return word[1:]
    for prefix in _WITH_ARTICLE:
        if word.startswith(prefix) and len(word) - len(prefix) >= _LEAST:
            return word.removeprefix(prefix)
    least = _LEAST_AFTER.get(word[:1])
    return word[1:] if least and len(word) > least else word
