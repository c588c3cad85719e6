"""What somebody wrote now stays; what mail programs put below and around it goes."""

import pytest

from kith.messaging.reading import new_words

WROTE = [
    "On Tue, 3 Nov 2026 at 10:00, Kith <kith@kith.example> wrote:",
    "On 3 Nov 2026, at 10:00, Kith <kith@kith.example> wrote:",
    "On Tuesday, 3 November 2026 at 10:00:00 GMT, Kith <kith@kith.example> wrote:",
    "Ar Mawrth, 3 Tach 2026 am 10:00, ysgrifennodd Kith <kith@kith.example>:",
    "Am Di., 3. Nov. 2026 um 10:00 Uhr schrieb Kith <kith@kith.example>:",
    "Am 03.11.26 um 10:00 schrieb Kith:",
    "Le mar. 3 nov. 2026 à 10:00, Kith <kith@kith.example> a écrit\u00a0:",
    "El mar, 3 nov 2026 a las 10:00, Kith (<kith@kith.example>) escribió:",
    "Il giorno mar 3 nov 2026 alle ore 10:00 Kith <kith@kith.example> ha scritto:",
    "Em ter., 3 de nov. de 2026 às 10:00, Kith <kith@kith.example> escreveu:",
    "Op di 3 nov 2026 om 10:00 schreef Kith <kith@kith.example>:",
    "wt., 3 lis 2026 o 10:00 Kith <kith@kith.example> napisał(a):",
    "W dniu 3.11.2026 o 10:00, Kith pisze:",
    "Den tis 3 nov. 2026 kl 10:00 skrev Kith <kith@kith.example>:",
    "Den tirs. 3. nov. 2026 kl. 10.00 skrev Kith <kith@kith.example>:",
    "În mar., 3 nov. 2026 la 10:00, Kith <kith@kith.example> a scris:",
    "вт, 3 лист. 2026 р. о 10:00 Kith <kith@kith.example> пише:",
    "вт, 3 нояб. 2026 г. в 10:00, Kith <kith@kith.example>:",
    "út 3. 11. 2026 v 10:00 odesílatel Kith <kith@kith.example> napsal:",
    "بروز منگل، 3 نومبر، 2026 10:00 کو Kith <kith@kith.example> نے لکھا:",
    "في الثلاثاء، 3 نوفمبر 2026 في 10:00 ص تمت كتابة ما يلي بواسطة Kith <kith@kith.example>:",
    "\u200fبتاريخ الثلاثاء، 3 نوفمبر 2026، كتب Kith <kith@kith.example>:",
    "Kith <kith@kith.example> 于2026年11月3日周二 10:00写道：",
    "2026年11月3日(火) 10:00 Kith <kith@kith.example>:",
    "2026년 11월 3일 (화) 오전 10:00, Kith <kith@kith.example>님이 작성:",
    "ti 3. marrask. 2026 klo 10.00 Kith (kith@kith.example) kirjoitti:",
    "Kith <kith@kith.example>, 3 Kas 2026 Sal, 10:00 tarihinde şunu yazdı:",
]


@pytest.mark.parametrize("wrote", WROTE)
def test_an_answer_stands_above_an_old_message_in_any_language(wrote):
    assert new_words(f"I went!\n\n{wrote}\n\n> Did you go?\n> Not this time\n") == "I went!"


@pytest.mark.parametrize("wrote", WROTE)
def test_an_old_message_without_marks_goes_too(wrote):
    assert new_words(f"I went!\n\n{wrote}\n\nDid you go?\nNot this time\n") == "I went!"


@pytest.mark.parametrize("wrote", WROTE)
def test_an_answer_below_the_old_message_stays(wrote):
    assert new_words(f"{wrote}\n> Did you go?\n> Not this time\n\nI went!\n") == "I went!"


def test_the_line_above_may_be_broken_in_two():
    broken = "On Tue, 3 Nov 2026 at 10:00 Kith via Good Company\n<replies+abc@kith.example> wrote:"
    text = f"I went!\n\n{broken}\n> Not this time"
    assert new_words(text) == "I went!"


def test_a_broken_line_above_takes_no_words_with_it():
    text = "On Monday I swam\nOn Tue, 3 Nov 2026 at 10:00, Kith\n<kith@kith.example> wrote:\n> Did you?"
    assert new_words(text) == "On Monday I swam"


HEADS = [
    "From: Kith <kith@kith.example>\nSent: Tuesday, 3 November 2026 10:00\nTo: Greg\nSubject: Swimming",
    "*From:* Kith <kith@kith.example>\n*Sent:* Tuesday, 3 November 2026\n*To:* Greg\n*Subject:* Swimming",
    "________________________________\nFrom: Kith\nSent: 3 November 2026\nTo: Greg\nSubject: Swimming",
    "Oddi wrth: Kith <kith@kith.example>\nAnfonwyd: 3 Tachwedd 2026\nAt: Greg\nPwnc: Nofio",
    "Von: Kith <kith@kith.example>\nGesendet: Dienstag, 3. November 2026\nAn: Greg\nBetreff: Schwimmen",
    "De : Kith <kith@kith.example>\nEnvoyé : mardi 3 novembre 2026\nÀ : Greg\nObjet : Natation",
    "De: Kith <kith@kith.example>\nEnviado: martes, 3 de noviembre\nPara: Greg\nAsunto: Nadar",
    "Da: Kith <kith@kith.example>\nInviato: martedì 3 novembre\nA: Greg\nOggetto: Nuoto",
    "De: Kith <kith@kith.example>\nEnviado: terça-feira, 3 de novembro\nPara: Greg\nAssunto: Natação",
    "Van: Kith <kith@kith.example>\nVerzonden: dinsdag 3 november\nAan: Greg\nOnderwerp: Zwemmen",
    "Od: Kith <kith@kith.example>\nWysłano: wtorek, 3 listopada\nDo: Greg\nTemat: Pływanie",
    "Från: Kith <kith@kith.example>\nSkickat: tisdag 3 november\nTill: Greg\nÄmne: Simning",
    "Fra: Kith <kith@kith.example>\nSendt: tirsdag 3. november\nTil: Greg\nEmne: Svømming",
    "Від: Kith <kith@kith.example>\nНадіслано: вівторок\nКому: Greg\nТема: Плавання",
    "发件人: Kith <kith@kith.example>\n发送时间: 2026年11月3日\n收件人: Greg\n主题: 游泳",
    "From: Kith <kith@kith.example>\nDate: Tuesday, 3 November 2026",
    "-----Original Message-----",
    "---------- Forwarded message ---------",
    "----- Ursprüngliche Nachricht -----",
    "-------- Message d'origine --------",
    "-----Mensaje original-----",
    "-----Messaggio originale-----",
    "-----Mensagem original-----",
    "-----Oorspronkelijk bericht-----",
    "-----Wiadomość oryginalna-----",
    "-----Ursprungligt meddelande-----",
    "-----Neges Wreiddiol-----",
    "-----Оригінальне повідомлення-----",
    "-------- Mesaj original --------",
    "-----原始邮件-----",
    "Begin forwarded message:",
]


@pytest.mark.parametrize("head", HEADS)
def test_all_below_the_head_of_an_old_message_goes(head):
    assert new_words(f"I went!\n\n{head}\n\nDid you go?\nNot this time\n") == "I went!"


PHONES = [
    "Sent from my iPhone",
    "Sent from my Galaxy",
    "Sent from my Samsung Galaxy smartphone.",
    "Sent from Samsung Mobile",
    "Sent from Outlook for Android<https://aka.ms/AAb9ysg>",
    "Get Outlook for Android<https://aka.ms/AAb9ysg>",
    "Get Outlook for iOS",
    "Sent from Mail for Windows",
    "Sent from Yahoo Mail on Android",
    "Yahoo Mail: Search, Organize, Conquer",
    "Anfonwyd o fy iPhone",
    "Von meinem iPhone gesendet",
    "Gesendet von Outlook für Android",
    "Envoyé de mon iPhone",
    "Enviado desde mi iPhone",
    "Enviado do meu iPhone",
    "Inviato da iPhone",
    "Verstuurd vanaf mijn iPhone",
    "Wysłane z iPhone'a",
    "Skickat från min iPhone",
    "Sendt fra min iPhone",
    "Надіслано з iPhone",
]


@pytest.mark.parametrize("phone", PHONES)
def test_what_a_telephone_adds_goes(phone):
    assert new_words(f"I went!\n\n{phone}\n") == "I went!"
    assert new_words(f"I went!\n\n{phone}\n\n{WROTE[0]}\n> Not this time\n") == "I went!"


@pytest.mark.parametrize("signature", ["-- \nGreg Adams\n1 Mill Lane", "--\nGreg Adams\n01632 960123", "--\nGreg"])
def test_a_signature_goes(signature):
    assert new_words(f"I went!\n\n{signature}") == "I went!"


STAY = [
    "Shopping:\n- eggs\n- milk",
    "On Tuesday I wrote: hello",
    "On Tuesday I wrote:\nhello\nand more",
    "On Monday at 10:30 Sam said:\ncome along!",
    "From: the gym to home I ran",
    "From: the gym\nTo: home\nDate: 3 May",
    "Do: swim\nDo: run",
    "I went.\nTaking the bus was fine\nand the class too",
    "Hi\nThanks, it was good\nI want to go again",
    "I ran 5k\nBest of all, I met Sam\nAll the best bits come last",
    "Hello\n/me too",
    "I am glad\nManage the day well\nman, it was good",
    "Monday: went\n--\nTuesday: did not go",
    "one\n_____\ntwo",
    "one\n----------\ntwo",
    "----- Tuesday -----\nI swam",
    ">5k today!",
    "Sent from my heart to all of you",
    "I sent from my iPhone the picture of Dawn",
    "Sent from my phone\nbecause the laptop broke",
    "Original message was better",
    "Warning: the mail is late\nSo was I",
    "A: yes\nB: no",
    "  ",
    "",
    "x" * 60_000,
]


@pytest.mark.parametrize("words", STAY)
def test_real_words_are_never_eaten(words):
    assert new_words(words) == words[:50_000].strip()


def test_answers_between_quoted_lines_stay():
    text = f"See below.\n\n{WROTE[0]}\n> Did you go?\n\nYes\n\n> With Sam?\n\nNo, alone\n\n> How was it?\n> \nGood"
    assert new_words(text) == "See below.\n\nYes\n\nNo, alone\n\nGood"


QUESTION = "Did you go to the swimming club on Monday evening? Just answer this email."
OURS = f"Hello Greg,\n\n{QUESTION}\n\nI went\n\nNot this time\n"


def test_our_own_letter_goes_even_without_any_mark():
    assert new_words(f"It was good!\n\nKith said this:\n\n{OURS}", OURS) == "It was good!"


def test_our_own_letter_is_known_again_with_other_line_breaks_and_links():
    again = (
        "Hello Greg,\nDid you go to the swimming club\non Monday evening? Just answer this\nemail.\n"
        "I went <https://kith.example/x>\nNot this time <https://kith.example/y>"
    )
    assert new_words(f"It was good!\n\n{again}", OURS) == "It was good!"


def test_what_is_written_between_our_own_lines_stays():
    text = OURS.replace("this email.\n", "this email.\n\nYes, and Dawn was there.\n")
    assert new_words(f"Hi Vish\n\nFrom: Kith <kith@kith.example>\nSent: today\nSubject: x\n\n{text}", OURS) == (
        "Hi Vish\n\nYes, and Dawn was there."
    )


def test_the_rest_of_a_quoted_line_that_was_broken_off_goes_with_it():
    broken = QUESTION.replace("Just answer", "Just\nanswer")
    text = f"It was good!\n\n{WROTE[0]}\n> {broken}\n> I went"
    assert new_words(text, OURS) == "It was good!"


def test_words_that_happen_to_be_in_our_letter_are_theirs():
    assert new_words("I went", OURS) == "I went"
    assert new_words("Not this time", OURS) == "Not this time"


@pytest.mark.parametrize("text", ["> all quoted\n> nothing else", f"{WROTE[0]}\n\nDid you go?", HEADS[0], OURS])
def test_where_nothing_would_be_left_all_of_it_stays(text):
    assert new_words(text, OURS) == text.strip()


def test_what_stands_above_a_quote_is_given_when_it_only_signs():
    assert new_words(f"Sent from my iPhone\n\n{WROTE[0]}\n> Did you go?") == "Sent from my iPhone"
