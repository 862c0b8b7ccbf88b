"""Turkish."""

from bot.language.lexicon import Apostrophe, Lexicon, Questions
from bot.language.plain_text import word_set
from bot.language.summary_words import SummaryWords

_NOW = "(?: (?:burada|orada|bugün|böyle|acaba|tam olarak|şimdi|peki))*"
_PIECE = "(?:haber|haberi|haberin|makale|makalesi|makalenin|yazı|yazısı|yazının|metin)"

TURKISH = Lexicon(
    code="tr",
    sureness=-0.03,
    algorithm="turkish",
    apostrophe=Apostrophe.ENDS,
    ordinal_stop=True,
    asked_anywhere=True,
    stop_words=word_set(
        "acaba ama ancak artık aslında az bana bazı belki ben beni bile bir biri birkaç biz bize "
        "bu buna bunda bundan bunu bunun çok çünkü da daha dahi de değil diğer diye dolayı en "
        "fakat gibi göre hem hep hepsi her hiç için ile ise işte kadar kaç kaçta kez ki kim kime "
        "kimi kimin kimler kimse mi mı mu mü nasıl ne neden nedir nerede nereden nereye neresi "
        "neye niçin niye o olan olarak oldu olduğu olduğunu olmak olur ona ondan onlar onu onun "
        "oysa öyle pek sanki sen siz sonra şey şu tüm üzere var vardı ve veya ya yani yok zaten "
        "hangi hangisi idi ediyor edildi etti eden tarafından "
        "kadarmış kadarlık kadardı kaçıncı kaçı kaça kaçtan kimdi kimdir kimle kiminle kimden "
        "kimlerin neyi neyin neyle neler neleri neydi neymiş nerde nereli nereyi neredeydi "
        "nasıldı hangisini hangileri olmuş olacak oluyor etmiş edecek bunlar şunu onları bizim "
        "sizin benim senin "
        "önce beri rağmen mıdır midir sadece yalnızca hâlâ şekilde zaman"
    ),
    questions=Questions(
        person=r"kim(?:e|i|in|ler|lerin|den|le|inle|di|dir)?",
        time=r"ne zaman(?:dan|dı)?|hangi (?:yıl|yılda|gün|günde|tarihte|ay|ayda|yüzyılda|"
        r"mevsim|mevsimde)|saat kaçta",
        place=r"ner(?:e(?:de|den|ye|yi|si|sinde|li|deydi)?|de|den)|"
        r"hangi (?:şehir|şehirde|kent|kentte|ülke|ülkede|"
        r"köyde|yerde)",
        number=r"kaç(?:a|ı|tan|ıncı)?|ne kadar(?:lık|mış|dı)?",
        count=r"kaç",
    ),
    times=word_set(
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi "
        "salı çarşamba perşembe cuma cumartesi pazar dün yarın bugün yüzyıl sabah akşam eylülden "
        "kasımda "
        "ilkbahar ilkbaharda yaz yazın sonbahar sonbaharda kış kışın"
    ),
    numbers=word_set(
        "iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli altmış yetmiş seksen "
        "doksan yüz bin milyon milyar düzine yarısı yarım çeyrek"
    ),
    openings=word_set("ve ama fakat ancak sonra böylece ayrıca bu bunun bunlar şimdi o zaman yine"),
    pronouns=word_set("o onlar onu onun ona onların kendisi"),
    abbreviations=word_set(
        "dr prof doç av sn hz st cad sok no s vs bkz örn yy tel gen alb mah bul apt müd yrd öğr"
    ),
    summaries=SummaryWords(
        phrases=(
            f"(?:(?:burada|orada|bugün|peki|tam olarak) )*ne(?:ler)? "
            f"(?:oldu|oluyor|olmuş|yaşandı|yaşanıyor|olup bitti|olup bitiyor){_NOW}",
            "(?:olay|konu|mesele)(?:su)? ne(?:dir)?|(?:bu )?ne(?:yle)? (?:hakkında|ilgili)(?: bu)?",
            f"{{}} {_PIECE} ne(?:yle|yi|den)? (?:hakkında|ilgili|anlatıyor|bahsediyor)",
            "{} özetle(?:yin|r misin|r misiniz|yebilir misin|yebilir misiniz|sene)?",
            "{} özet(?:i|ini)?(?: (?:ver|verir misin|geç|geçer misin|çıkar|çıkarır mısın|yap"
            "|lütfen))?",
            "kısaca",
        ),
        more=(
            "(?:(?:biraz|bana|bize) )*daha fazla(?:sı|sını)?(?: (?:bilgi|anlat|ver|söyle))*"
            "|devamı?|devam et",
            "(?:peki )?başka(?: ne(?:ler)?)?(?: var)?",
        ),
        leads=("bana|bize|peki|lütfen|kısaca|kısa(?: bir)?",),
        filling=word_set(
            "haber haberi haberini haberin haberinin makale makaleyi makalesi makalesini "
            "makalenin yazı yazıyı yazısını yazının metin metni son hakkındaki hakkında "
            "kısaca kısa bana bize"
        ),
    ),
)
