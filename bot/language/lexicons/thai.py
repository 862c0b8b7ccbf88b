"""Thai: pairs of clusters, a consonant with its vowels and marks, are what is compared."""

from bot.language.lexicon import Lexicon, Questions, Script, Thousands
from bot.language.plain_text import word_set

THAI = Lexicon(
    code="th",
    sureness=-2.5,
    script=Script.THAI,
    has_case=False,
    asked_anywhere=True,
    capitals_are_names=False,
    thousands=Thousands.COMMA,
    stop_words=word_set(
        "ที่ ซึ่ง และ หรือ แต่ ของ ใน จาก ให้ ได้ ไป มา เป็น คือ มี ไม่ จะ ก็ ว่า นี้ นั้น โดย "
        "กับ แก่ ต่อ ถึง ใคร อะไร ไหน เมื่อไร เมื่อไหร่ เมื่อใด ที่ไหน ที่ใด อย่างไร ทำไม เท่าไร "
        "เท่าไหร่ เท่าใด กี่ เพราะอะไร เพราะเหตุใด ใด หรือไม่ ไหม บ้าง การ ความ คน ถูก เคย กำลัง "
        "แล้ว"
    ),
    questions=Questions(
        person=r"ใคร|ผู้ใด|บุคคลใด|คนไหน",
        time=r"เมื่อไร|เมื่อไหร่|เมื่อใด|ปีใด|ปีไหน|วันไหน|วันใด|เดือนไหน|เดือนใด|กี่โมง|ศตวรรษใด",
        place=r"ที่ไหน|ที่ใด|เมืองใด|เมืองไหน|ประเทศใด|ประเทศไหน|จังหวัดใด|จังหวัดไหน|ตรงไหน",
        number=r"กี่|เท่าไร|เท่าไหร่|เท่าใด|นานแค่ไหน|ไกลแค่ไหน",
        count=r"กี่",
    ),
    times=word_set(
        "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม "
        "พฤศจิกายน ธันวาคม วันจันทร์ วันอังคาร วันพุธ วันพฤหัส วันศุกร์ วันเสาร์ วันอาทิตย์ "
        "เมื่อวาน พรุ่งนี้ วันนี้ ศตวรรษ"
    ),
    numbers=word_set("สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ ร้อย พัน หมื่น แสน ล้าน ครึ่ง"),
    openings=word_set(
        "และ แต่ อย่างไรก็ตาม ดังนั้น จากนั้น นอกจากนี้ เมื่อนั้น ต่อมา ทั้งนี้ ขณะที่ หลัง ใน ตั้งแต่ เนื่องจาก ผู้ ปัจจุบัน"
    ),
    pronouns=word_set("เขา เธอ มัน พวกเขา"),
)
