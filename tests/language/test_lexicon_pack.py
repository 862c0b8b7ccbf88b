from __future__ import annotations

import pytest

from bot.language.packs import LANGUAGES, pack_for
from bot.language.questions.follow_up import Before
from bot.language.sentence_cues import TIME_SHOWN, Kind


@pytest.mark.parametrize(
    ("code", "person", "time", "place", "number"),
    [
        (
            "fr",
            "Qui a écrit ce livre ?",
            "Quand est-il né ?",
            "Où vit-elle ?",
            "Combien de ponts ?",
        ),
        ("de", "Wer schrieb das?", "Wann war das?", "Wo wohnt er?", "Wie viele Brücken gibt es?"),
        ("es", "¿Quién ganó?", "¿Cuándo nació?", "¿Dónde vive?", "¿Cuántos puentes hay?"),
        ("it", "Chi ha vinto?", "Quando è nato?", "Dove vive?", "Quanti ponti ci sono?"),
        ("pt", "Quem venceu?", "Quando nasceu?", "Onde mora?", "Quantas pontes há?"),
        ("nl", "Wie won?", "Wanneer was dat?", "Waar woont hij?", "Hoeveel bruggen zijn er?"),
        ("ru", "Кто победил?", "Когда это было?", "Где он живёт?", "Сколько мостов?"),
        ("uk", "Хто переміг?", "Коли це було?", "Де він живе?", "Скільки мостів?"),
        ("pl", "Kto wygrał?", "Kiedy to było?", "Gdzie mieszka?", "Ile jest mostów?"),
        ("tr", "Kim kazandı?", "Ne zaman oldu?", "Nerede yaşıyor?", "Kaç köprü var?"),
        ("ar", "من فاز بالسباق؟", "متى حدث ذلك؟", "أين يعيش؟", "كم جسرًا هناك؟"),
        ("hi", "कौन जीता?", "यह कब हुआ?", "वह कहाँ रहता है?", "कितने पुल हैं?"),
        ("el", "Ποιος νίκησε;", "Πότε έγινε;", "Πού μένει;", "Πόσα γεφύρια έχει;"),
        ("ro", "Cine a câștigat?", "Când a fost?", "Unde locuiește?", "Câte poduri sunt?"),
        ("zh", "谁赢了？", "什么时候发生的？", "他住在哪里？", "有多少个桥？"),
        (
            "ja",
            "誰が勝ちましたか？",
            "いつですか？",
            "どこに住んでいますか？",
            "橋はいくつありますか？",
        ),
        ("ko", "누가 이겼습니까?", "언제입니까?", "어디에 삽니까?", "다리가 몇 개입니까?"),
        ("th", "ใครชนะ", "เกิดขึ้นเมื่อไร", "เขาอยู่ที่ไหน", "มีสะพานกี่แห่ง"),
        ("vi", "Ai thắng?", "Khi nào xảy ra?", "Anh ấy sống ở đâu?", "Có bao nhiêu cây cầu?"),
    ],
)
def test_question_words_say_what_is_asked(
    code: str, person: str, time: str, place: str, number: str
) -> None:
    pack = pack_for(code)

    kinds = [pack.kind_of(question) for question in (person, time, place, number)]

    assert kinds == [Kind.PERSON, Kind.TIME, Kind.PLACE, Kind.NUMBER]
    assert pack.asks_count(number)
    assert not pack.asks_count(person)


def test_a_follow_up_is_joined_with_the_question_before() -> None:
    pack = pack_for("fr")

    joined = pack.readings("Et la tour Eiffel ?", Before(("Qui a construit le pont ?",)))
    assert [reading.text for reading in joined] == ["Et la tour Eiffel ? (construit pont)"]
    alone = pack.readings("Qui a peint le grand tableau ?", Before(("Où est le pont ?",)))
    assert [reading.text for reading in alone] == ["Qui a peint le grand tableau ?"]


def test_openings_that_lean_are_told_in_every_language() -> None:
    assert pack_for("de").leaning_opening.search("Jedoch kam es anders.")
    assert not pack_for("de").leaning_opening.search("Der Bürgermeister kam.")
    assert pack_for("es").needs_antecedent("Ella ganó la carrera.")
    assert pack_for("zh").needs_antecedent("他笑了。")
    assert pack_for("es").leaning_opening.search("Sin embargo, el puente cayó.")
    assert not pack_for("es").leaning_opening.search("Sin agua quedaron nueve pueblos.")


def test_words_that_he_or_she_said_lean_on_who_that_is() -> None:
    assert pack_for("fr").needs_antecedent("« Rien ne va », a-t-elle dit à la sortie du conseil.")
    assert not pack_for("fr").needs_antecedent("« Rien ne va », a dit la maire de Lune lundi.")
    assert pack_for("de").needs_antecedent("„Es geht nichts mehr“, sagte er am Montag im Rat.")
    assert not pack_for("de").needs_antecedent(
        "„Alles steht still“, sagte der Bürgermeister von Lune."
    )


def test_italian_articles_are_no_pronouns() -> None:
    pack = pack_for("it")
    assert pack.needs_antecedent("La sua barca era ferma nel porto.")
    assert not pack.needs_antecedent("La barca era ferma nel porto.")
    alone = pack.readings("Chi ha dipinto il grande quadro?", Before(("Dov'è il ponte?",)))
    assert [reading.text for reading in alone] == ["Chi ha dipinto il grande quadro?"]


def test_every_language_has_its_pack() -> None:
    assert [pack_for(code).code for code in LANGUAGES] == list(LANGUAGES)
    assert pack_for("xx").code == "en"


@pytest.mark.parametrize(
    ("code", "question", "answers", "others"),
    [
        ("pt", "Quantos minutos durou?", "Durou sete minutos.", "Há 180 hectares de vinha."),
        ("fr", "Combien d'habitants ?", "Ses 1 400 habitants dorment.", "Le 12 mai, ils dorment."),
        ("de", "Wie viele Häuser brannten?", "40 alte Häuser brannten.", "Um 4 Uhr brannte es."),
        ("ru", "Сколько домов сгорело?", "Сгорели сорок домов.", "В 1984 году был пожар."),
        ("ar", "كم عاملًا هناك؟", "هناك ١٤٠ عاملًا.", "في عام ٢٠٢٢ أغلق المصنع."),
        ("ja", "雨は何ミリだったか。", "降水量は412ミリに達した。", "旅館など84棟が浸水した。"),
        ("ko", "점포는 몇 곳인가?", "점포 92곳이 침수됐다.", "7일 새벽에 잠겼다."),
        ("zh", "有多少口晒缸？", "厂里的3200口晒缸运走了。", "有117年历史。"),
        ("th", "ยาวกี่เมตร", "ซากยาว 12.5 เมตร", "อายุราว 3,400 ปี"),
    ],
)
def test_what_is_counted_stands_behind_a_number(
    code: str, question: str, answers: str, others: str
) -> None:
    shape = pack_for(code).shape_of(question)

    assert shape is not None
    assert not shape.is_rare
    assert shape.pattern.search(answers)
    assert not shape.pattern.search(others)


@pytest.mark.parametrize(
    ("code", "question", "answers", "others"),
    [
        ("fr", "Combien coûte le billet ?", "Il faut payer 12 euros.", "Le 12 mai, il pleut."),
        ("de", "Wie lang ist der Tunnel?", "Er misst 3,4 Kilometer.", "Er kostet 40 Euro."),
        ("es", "¿Cuánto pesa la campana?", "Pesa 312 kg.", "Tiene 312 años."),
        ("it", "Quanto è costato il ponte?", "Sono serviti 3 milioni di euro.", "Ha 3 corsie."),
        ("pt", "Que percentagem dos votos obteve?", "Obteve 44,7% dos votos.", "Tem 51 anos."),
        ("nl", "Hoeveel verdient de trainer?", "Hij krijgt € 90.000 per jaar.", "Hij is 43 jaar."),
        ("ro", "Cât a costat podul?", "A costat 3 milioane de lei.", "Are 3 benzi."),
        ("pl", "Ile kosztuje bilet?", "Trzeba zapłacić 12 złotych.", "Bilet jest na 12 maja."),
        ("ru", "Какая явка была на выборах?", "Проголосовали 47% жителей.", "Шесть кандидатов."),
        ("uk", "Скільки коштує квиток?", "Треба дати 40 гривень.", "Квиток на 40 місце."),
        ("tr", "Seçime katılım oranı kaç?", "Seçmenin yüzde 71'i geldi.", "Seçim 71 köydeydi."),
        ("el", "Πόσο ζυγίζει το αγγείο;", "Είναι 312 γρ.", "Είναι του 1400 π.Χ."),
        ("ar", "كم طول الجسر؟", "يمتد الجسر ٣ كيلومترات.", "كلف الجسر ٣ ملايين دولار."),
        ("hi", "नाव कितनी लंबी है?", "नाव 11 मीटर की है।", "नाव 4000 साल पुरानी है।"),
        ("vi", "Chiếc hàm nặng bao nhiêu?", "Nó cân được 14,5 kg.", "Nó có 80.000 năm tuổi."),
        ("ko", "이적료는 얼마인가?", "구단은 420만 유로를 냈다.", "계약 기간은 4년이다."),
        ("ko", "투표율은 얼마였나?", "31.7%만 투표했다.", "3년째 무산됐다."),
        ("zh", "大桥的总投资是多少？", "共花了58亿元。", "主跨达1020米。"),
        ("ja", "橋の長さは何メートルか。", "全長は1020メートル。", "費用は58億円。"),
        ("th", "วาฬยาวเท่าไร", "โครงกระดูกยาว 12.5 เมตร", "อายุราว 3,400 ปี"),
        ("de", "Wie hoch ist die Quote?", "Sie liegt bei 25 Prozent.", "Das gilt seit 25 Jahren."),
        ("de", "Wie hoch war der Verlust?", "Es fehlen 1,1 Milliarden Euro.", "nach 25 Jahren"),
        ("es", "¿Qué porcentaje votó?", "Votó un tercio del pueblo.", "Votaron en tres días."),
        ("ru", "Какая доля жителей уехала?", "Уехала треть жителей.", "Это длилось 30 дней."),
    ],
)
def test_what_is_measured_has_its_unit(code: str, question: str, answers: str, others: str) -> None:
    shape = pack_for(code).shape_of(question)

    assert shape is not None
    assert shape.pattern.search(answers)
    assert not shape.pattern.search(others)


@pytest.mark.parametrize(
    ("code", "question"),
    [
        ("fr", "Pourquoi le prix a-t-il augmenté ?"),
        ("de", "Wer zahlt die Miete?"),
        ("ko", "누가 벌금을 냈나?"),
    ],
)
def test_no_measure_is_looked_for_where_something_else_is_asked(code: str, question: str) -> None:
    assert pack_for(code).shape_of(question) is None


@pytest.mark.parametrize(
    ("code", "question", "told", "others"),
    [
        ("ru", "Сколько жителей уехало?", "Уехало 40 семей.", "Они уехали в 1990 году."),
        ("uk", "Скільки мусить заплатити завод?", "Штраф — 90 тисяч.", "Суд був у 1990 році."),
        ("ar", "كم خسر المصنع؟", "خسر 2800 يورو.", "أغلق المصنع أبوابه."),
    ],
)
def test_any_number_may_answer_where_how_many_is_how_much(
    code: str, question: str, told: str, others: str
) -> None:
    shape = pack_for(code).shape_of(question)

    assert shape
    assert shape.may_be_in(told, (0, len(told)))
    assert not shape.may_be_in(others, (0, len(others)))


@pytest.mark.parametrize(
    ("code", "question", "told", "untold"),
    [
        ("fr", "Quand Léa Moro est-elle née ?", "Née à Brenn en 1971", "Elle a gagné en 1999."),
        ("de", "Wann starb Ole Brandt?", "Brandt wurde 1902 ermordet.", "Er ging 1899."),
        ("es", "¿Quién fundó la fábrica?", "Ana Rey la inauguró.", "Ana Rey la visitó."),
        ("it", "Quando si sono sposati?", "Le nozze furono a maggio.", "Partirono a maggio."),
        ("pt", "Quem escreveu a carta?", "O autor é Rui Sá.", "Rui Sá leu-a em maio."),
        ("nl", "Wanneer is de boot gebouwd?", "in 1960 voltooid", "Dinsdag zonk de boot."),
        ("pl", "Kiedy zbudowano prom?", "Prom powstał w 1960 roku.", "Prom zatonął w maju."),
        ("ro", "Când s-a născut Ion?", "Ion, născut în 1950", "Ion a câștigat în 1990."),
        ("tr", "Feribot ne zaman inşa edildi?", "1960'ta tamamlandı.", "Mayısta battı."),
        ("vi", "Nhà máy được xây năm nào?", "Nhà máy khánh thành năm 1960.", "Nó cháy năm 1990."),
        ("ru", "Когда умер генерал?", "Его казнили в 1701 году.", "Он победил в 1699 году."),
        ("uk", "Коли збудували пором?", "Пором створили 1960 року.", "Пором сів на мілину."),
        ("el", "Πότε γεννήθηκε η Λένα;", "Η Λένα γεννήθηκε το 1970.", "Κέρδισε το 1999."),
        ("ar", "متى توفي الجنرال؟", "أعدم الجنرال عام 1701.", "انتصر الجنرال عام 1699."),
        ("hi", "लीना का जन्म कब हुआ?", "लीना का जन्म 1970 में हुआ।", "लीना 1999 में जीती।"),
        ("zh", "工廠是哪一年成立的？", "工厂于1960年落成。", "工厂于1990年着火。"),
        ("ja", "工場はいつ設立されましたか。", "工場は1960年に開業した。", "1990年に焼けた。"),
        ("ko", "공장은 언제 세워졌습니까?", "공장은 1960년에 문을 열었다.", "1990년에 불탔다."),
        ("th", "โรงงานก่อตั้งเมื่อไร", "โรงงานเปิดในปี 2503", "ไฟไหม้ในปี 2533"),
    ],
)
def test_a_sentence_tells_the_fact_that_is_asked_for(
    code: str, question: str, told: str, untold: str
) -> None:
    assert not pack_for(code).leaves_untold(question, told)
    assert pack_for(code).leaves_untold(question, untold)


def test_what_asks_for_no_such_fact_leaves_nothing_untold() -> None:
    assert not pack_for("fr").leaves_untold("Qui a gagné la course ?", "Il pleuvait.")


def test_a_question_that_counts_nothing_looks_for_nothing() -> None:
    assert pack_for("pt").shape_of("Quem venceu a corrida?") is None


@pytest.mark.parametrize(
    ("code", "question", "kind"),
    [
        ("es", "cuando fue la carrera", Kind.TIME),
        ("es", "quien gano", Kind.PERSON),
        ("el", "ποτε εγινε", Kind.TIME),
        ("el", "Με ποια αίσθηση βρίσκει την τροφή του;", Kind.OTHER),
        ("el", "Ποια κέρδισε τον αγώνα;", Kind.PERSON),
        ("de", "In welcher Jahreszeit ziehen sie fort?", Kind.TIME),
        ("ja", "どの季節に渡りますか？", Kind.TIME),
        ("ko", "어느 계절에 떠납니까?", Kind.TIME),
        ("vi", "Tre\u0302n bờ sông có bao nhie\u0302u ngôi nhà?", Kind.NUMBER),
        (
            "ja",
            "今年の夏に北の港で開かれた大きな花火大会では花火が何発上がりどのくらい",
            Kind.NUMBER,
        ),
        ("tr", "Geçen yaz Ankara'nın eski mahallelerinden birinde kaç ev yandı?", Kind.NUMBER),
        ("fr", "Le grand pont de la vieille ville où se tient le marché", Kind.OTHER),
    ],
)
def test_question_words_are_told_as_people_type_them(code: str, question: str, kind: Kind) -> None:
    assert pack_for(code).kind_of(question) is kind


@pytest.mark.parametrize(
    ("code", "season"), [("de", "Herbst"), ("ro", "toamna"), ("zh", "秋季"), ("ja", "秋")]
)
def test_a_season_is_a_time(code: str, season: str) -> None:
    assert pack_for(code).word_cues(season) & TIME_SHOWN


@pytest.mark.parametrize(
    ("code", "question", "told"),
    [
        ("de", "Wie alt ist Hanne Lüdtke?", "„Das muss so sein“, sagt die 44-Jährige."),
        ("es", "¿Qué edad tiene Rodrigo Belmonte?", "Belmonte, de 38 años, lo niega."),
        ("es", "qué edad tiene Rodrigo Belmonte", "Belmonte, 38, lo niega."),
        ("fr", "Quel âge a Yanis Belkacem ?", "Yanis Belkacem, 27\u00a0ans, passait là."),
        ("it", "Quanti anni ha il macchinista?", "Loris Zanotelli, 58 anni, va in pensione."),
        ("pt", "Qual é a idade dela?", "A apicultora, de 52 anos, vive ali."),
        ("nl", "Hoe oud is zij?", "De 31-jarige won."),
        ("ro", "Ce vârstă are?", "Are 45 de ani."),
        ("pl", "W jakim wieku jest Jan?", "To 45-letni rybak."),
        ("ru", "Сколько лет водителю?", "Геннадий Шубин, 61 год, ехал первым."),
        ("uk", "Скільки років водієві?", "Водій, 61 рік, їхав першим."),
        ("tr", "Kaç yaşında?", "61 yaşındaki kaptan."),
        ("el", "Πόσων χρονών είναι;", "Είναι 61 ετών."),
        ("ar", "كم عمر السائق؟", "يبلغ من العمر 61 عاما."),
        ("hi", "उसकी उम्र कितनी है?", "वह 61 साल का है।"),
        ("vi", "Ông ấy bao nhiêu tuổi?", "Ông ấy 61 tuổi."),
        ("zh", "他几岁？", "他61岁。"),
        ("ja", "早乙女選手は何歳ですか？", "早乙女ひなた選手（22）が勝った。"),
        ("ko", "그는 몇 살입니까?", "그는 61세이다."),
        ("th", "เขาอายุเท่าไร", "เขาอายุ 61 ปี"),
    ],
)
def test_an_age_is_asked_for_and_told(code: str, question: str, told: str) -> None:
    shape = pack_for(code).shape_of(question)
    assert shape
    assert shape.pattern.search(told)
    assert not shape.pattern.search("1,8 km 25 kg")
