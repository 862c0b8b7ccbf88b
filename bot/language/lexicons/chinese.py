"""Chinese: pairs of characters are what is compared."""

from bot.language.lexicon import Lexicon, Questions, Script, Thousands
from bot.language.plain_text import word_set

CHINESE = Lexicon(
    code="zh",
    sureness=0.9,
    script=Script.HAN,
    has_case=False,
    asked_anywhere=True,
    capitals_are_names=False,
    thousands=Thousands.COMMA,
    stop_words=word_set(
        "的 了 是 在 和 与 或 也 都 就 吗 呢 吧 啊 谁 哪 几 什么 甚么 怎么 怎样 为什么 为何 多少 "
        "哪里 哪儿 哪个 哪些 哪一 哪座 哪年 哪国 哪天 何时 何地 何人 多久 多大 多长 多高 多远 "
        "什么时候 什么地方 请问 是谁 谁是 是什么 的是 了什 是哪 被什 有多 多少个 我们 你们 他们 "
        "这个 那个"
    ),
    questions=Questions(
        person=r"谁|何人|哪位|哪个人|什么人",
        time=r"什么时候|啥时候|什么日子|(?:周|星期)几|何时|哪一?年|哪一?天|哪个?月|[哪什]么?个?季节|几月|几点|什么日期|哪个世纪|几号",
        place=r"哪里|哪儿|[去在到]哪|何地|何处|[什啥]么?地方|"
        r"哪[一座个]?(?:城市|国家|地方|省|市|国|座|镇|村|区|县)",
        number=r"多少|几(?![月号点何乎日])|多[大长高远久重深宽快]|百分之几",
        count=r"多少[个名条种位次所人]|几[个名条种位次]",
    ),
    times=word_set(
        "昨天 今天 明天 星期 月份 年代 世纪 今年 去年 明年 春天 夏天 秋天 冬天 春季 夏季 秋季 冬季"
    ),
    numbers=word_set("一 二 两 三 四 五 六 七 八 九 十 百 千 万 亿 半"),
    openings=word_set("但 但是 然而 不过 因此 所以 于是 此外 另外 同时 这 那 其中 届时 而且"),
    pronouns=word_set("他 她 它 他们 她们 它们 其"),
)
