"""Vietnamese, whose spaces part syllables."""

from bot.language.lexicon import Lexicon, Questions
from bot.language.plain_text import word_set

VIETNAMESE = Lexicon(
    code="vi",
    sureness=-1.3,
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
)
