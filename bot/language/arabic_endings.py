"""Strip what Arabic writes together with a word, alike whatever it is written with.

The stemmer takes an ending off *مدرسة* and leaves it on *المدرسة*, so that a noun with its article
is another word. These rules are those of the light stemmer of Larkey, Ballesteros and Connell
(2002), with an *and*, *in* or *for* before other words as well.
"""

from __future__ import annotations

from bot.language.plain_text import longest_first, word_set

_WITH_ARTICLE = longest_first("ال وال فال بال كال لل ولل وبال فلل")
_ENDINGS = longest_first("ها هما هم هن نا وا ات ان ون ين يه ه ي ت ا")
_LEAST = 3
_LEAST_AFTER = {"و": 3, "ب": 4, "ل": 4}
"""The letters that *and*, *in* and *for* leave at the least."""

_OWN_LETTER = {
    "و": word_set(
        "وزير وزار وزرا وكال وكلا وكيل وحد واحد والد ولد ولاد وليد وجه وجود وجب واجه واجب وقت وقف "
        "وقع واقع ورق ورث ورش وسط وسيط وسيل وساي وصل وصول وضع وضوح واضح وطن وظف وظيف وظاي وفد وفا "
        "وفق وافق وقود وقاي ولاي وثق وثيق وثاي وزن وزع واشنط وادي وعد وعي وهم وهب ورد وارد واسع "
        "وسع وشيك وصف وصي واتس وارس وسام وبا وديع وداي وتر وتير وحش"
    ),
    "ب": word_set(
        "بلد بحر بحث بحري برنام بنك بنوك باب بنا بيت بيوت بطول برلم بيان بيي بنت بنات برج بعث "
        "بطاق بريط برلين بغداد بيروت بوتين بايدن بداي بدا بديل بعد بقي بسيط بطل بالغ باحث باي بدل "
        "برد برق برام برتق بركان بستان بشر بصر بضاع بضايع بطار بطن بعض بعيد بقر بكين بلاد بلاغ "
        "بلاست بلج بلغ بلق بلوغ بلور بندق بنغ بني بهج بوا بورص بوسط بوك بوليس بيض بيع بير باكست "
        "بابا بارد باريس بارز باص باقي بترول بساط برز برهن بذر بذل بخار بخيل بحوث بحار"
    ),
    "ل": word_set(
        "لجن لجان لقا لاع لغ لبن ليب لند لوا لحم لحوم ليل ليال لقب لقاح لوح لاج لاي لحظ لاتين لازم "
        "لباس لذيذ لسان لطيف لعب لون لهج لكسم لاهاي لوس لوج لص لصوص لمس لمع لمح لدى لدي"
    ),
}
"""How words begin whose first letter is their own: *وزير*."""


def stem_of(word: str) -> str:
    """Return an Arabic word without its article, what is joined to it, and its endings.

    Args:
        word: A word whose variants of alef, hamza and ta marbuta are written in one way.
    """
    word = _without_prefix(word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word.removesuffix(ending)
    return word


def _without_prefix(word: str) -> str:
    for prefix in _WITH_ARTICLE:
        if word.startswith(prefix) and len(word) - len(prefix) >= _LEAST:
            return word.removeprefix(prefix)
    least = _LEAST_AFTER.get(word[:1])
    if least and len(word) > least and not _is_of_the_word(word):
        return word[1:]
    return word


def _is_of_the_word(word: str) -> bool:
    return any(word.startswith(beginning) for beginning in _OWN_LETTER[word[0]])
