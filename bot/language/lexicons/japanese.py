"""Japanese: pairs of characters are what is compared."""

from bot.language.lexicon import Lexicon, Questions, Script, Thousands
from bot.language.plain_text import word_set

JAPANESE = Lexicon(
    code="ja",
    sureness=-0.1,
    script=Script.HAN,
    has_case=False,
    asked_anywhere=True,
    capitals_are_names=False,
    thousands=Thousands.COMMA,
    stop_words=word_set(
        "の は を に が と で も へ や か ですか ですが でした ました ません ます です いくら "
        "いくつ いつ どこ どれ どの どんな どう だれ 誰 なぜ なに 何 何人 何年 何校 何種 何歳 "
        "何回 誰で すか した たか まし てい いる いた ある あっ から まで では には とは ので "
        "のは のに れた され して する こと もの ため よう そう これ それ あれ この その あの "
        "とい いう った って ない なか いま たの のが のを のか かっ なん んで ょう でし せん "
        "いつで くら らで つで こで んな れで ちら どち"
    ),
    questions=Questions(
        person=r"誰|だれ|どなた|何者",
        time=r"いつ|何年|何月|何日|何曜日|何時|何世紀|どの(?:季節|時期|時代|年)",
        place=r"どこ|どの(?:町|街|国|都市|市|村|場所|県)|何(?:県|市)|どちら",
        number=r"いくら|いくつ|何(?:人|名|個|校|種類?|歳|才|回|本|枚|台|頭|匹|羽|件|円|度|分|秒|時間|日間|年間|"
        r"週間|か月|年ぶり|年前|割|倍|階|点|票|手|社|店|軒|棟|戸|冊|席|か国|\p{Katakana})|"
        r"ど(?:の|れ)(?:[くぐ]らい|だけ|ほど)",
        count=r"いくつ|何(?:人|個|校|種類?|回|本|枚|台|頭|件|か国)",
    ),
    times=word_set(
        "昨日 今日 明日 曜日 早朝 午前 午後 世紀 今年 昨年 来年 年代 春 夏 秋 冬 "
        "春季 夏季 秋季 冬季"
    ),
    numbers=word_set("一 二 三 四 五 六 七 八 九 十 百 千 万 億 半"),
    openings=word_set(
        "しかし だが そして また さらに そのため しかも なお この これ その それ そこで"
    ),
    pronouns=word_set("彼 彼女 彼ら 同氏 同社"),
)
