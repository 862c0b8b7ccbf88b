"""Vietnamese, whose spaces part syllables."""

from bot.language.lexicon import Lexicon, Questions
from bot.language.plain_text import word_set
from bot.language.summary_words import SummaryWords

_NOW = "(?: (?:vậy|thế|ở đây|hôm nay|rồi|đấy|nhỉ))*"
_PIECE = "(?:bài viết|bài báo|bài|tin|bản tin)"

VIETNAMESE = Lexicon(
    code="vi",
    sureness=-1.72,
    asked_anywhere=True,
    stop_words=word_set(
        "ai bao nhiêu bị bởi các cái cho chưa có còn của cùng cũng cứ do đã đang đâu để đến điều "
        "được gì hay hoặc không là lại lúc mà mấy mỗi một nào này nên nếu những như nhưng nó ở "
        "phải qua ra rằng rất rồi sao sẽ so sự tại theo thì trên trong từ từng và vào vẫn vậy về "
        "vì với vừa khi khoảng đó kia thế bằng ấy chỉ chính cả "
        "nữa nhé nhỉ à ạ hả ư chứ thôi đều"
    ),
    questions=Questions(
        person=r"ai|người nào",
        time=r"khi nào|bao giờ|hồi nào|chừng nào|lúc nào|năm nào|ngày nào|tháng nào|thế kỷ nào|"
        r"hôm nào|mùa nào",
        place=r"ở đâu|đâu|thành phố nào|nước nào|quốc gia nào|nơi nào|làng nào|tỉnh nào",
        number=r"bao nhiêu|bao lâu|bao xa|mấy",
        count=r"bao nhiêu|mấy",
    ),
    times=word_set("tháng năm ngày giờ hôm thứ sáng chiều tối nhật qua mai nay kỷ thập"),
    numbers=word_set(
        "hai ba bốn sáu bảy tám chín mười mươi trăm nghìn ngàn vạn triệu tỷ tỉ nửa rưỡi đôi"
    ),
    openings=word_set("và nhưng rồi sau đó vì vậy tuy nhiên ngoài ra cũng điều này khi"),
    pronouns=word_set("ông bà anh chị cô nó họ hắn"),
    abbreviations=word_set("ts ths gs pgs bs ks tp q p đ st tr vd nxb th.s"),
    summaries=SummaryWords(
        phrases=(
            "(?:(?:đã|đang|có) )*(?:chuyện|điều|việc) gì(?: (?:đã|đang|vừa))*(?: (?:xảy ra"
            f"|diễn ra))?{_NOW}",
            f"(?:(?:đã|đang) )?xảy ra (?:chuyện|việc|điều) gì{_NOW}|có gì (?:đã )?xảy ra{_NOW}",
            f"{_PIECE}(?: (?:này|đó))? nói (?:về )?(?:(?:cái|điều) )?gì"
            f"|{_PIECE} {{}} nói (?:về )?(?:(?:cái|điều) )?gì",
            "(?:tóm tắt|tóm lược) {}",
            "(?:bản|phần) tóm tắt {}",
            "nói ngắn gọn|ngắn gọn",
        ),
        more=(
            "(?:(?:cho (?:tôi|mình) biết|kể|nói) )?thêm(?: (?:về (?:điều|chuyện) (?:này|đó)"
            "|nữa|đi))*|còn gì nữa(?: không)?|tiếp(?: tục)?",
        ),
        leads=("(?:(?:bạn )?có thể|hãy|giúp|cho)(?: (?:tôi|mình))?|tôi muốn|vậy",),
        filling=word_set("bài viết báo tin bản này đó mới nhất về giúp cho tôi mình"),
    ),
)
