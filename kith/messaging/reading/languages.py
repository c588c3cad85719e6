"""How mail programs say “wrote”, “from” and “sent from my phone”, in the languages that people here write in."""

WROTE = """
wrote | writes | ysgrifennodd | schrieb | schreibt | a écrit | écrit | escribió | escribio | ha scritto | scrive
escreveu | schreef | napisał\\(a\\) | napisał | napisała | pisze | skrev | skreiv | a scris | scrie | пише
написав | написала | пишет | написал | kirjoitti | írta | napsal\\(a\\) | napsal | napísal | şunu yazdı | yazdı
έγραψε | rašė | rakstīja | kirjutas | je napisao | je napisal | نے لکھا | لکھا | كتب | كتبت | تمت كتابة ما يلي
نوشت | 写道 | 寫道 | 작성 | 書きました
"""
OPENS = """
on | ar | am | le | el | il | em | op | w dniu | dnia | den | în | pe | la data | dne | dňa | в | у | във | στις
na | a | no dia | بروز | في | در
"""
# What each line above an old message is about.
HEADINGS = {
    "from": """
        from | oddi wrth | von | de | da | van | od | från | fra | de la | від | від кого | от | lähettäjä
        feladó | kimden | από | منجانب | از | من | 发件人 | 寄件者 | 差出人 | 보낸 사람
    """,
    "sent": """
        sent | anfonwyd | date | dyddiad | gesendet | datum | envoyé | date d'envoi | enviado | fecha | inviato
        data | verzonden | wysłano | wysłane | skickat | sendt | dato | odesláno | trimis | надіслано | дата
        отправлено | lähetetty | elküldve | tarih | تاریخ | تاريخ | تم الإرسال | 发送时间 | 日期 | 送信日時 | 날짜
    """,
    "to": """
        to | at | an | à | para | a | aan | do | till | til | komu | către | la | кому | vastaanottaja | címzett
        kime | προς | إلى | بنام | 收件人 | 收件者 | 宛先 | 받는 사람
    """,
    "copy": "cc | kopie | kopi | kopia | dw | copie | copia | копія | نسخة | 抄送",
    "subject": """
        subject | pwnc | betreff | objet | asunto | oggetto | assunto | onderwerp | temat | ämne | emne
        předmět | subiect | тема | aihe | tárgy | konu | θέμα | موضوع | الموضوع | 主题 | 主旨 | 件名 | 제목
    """,
}
OLD_MESSAGE = """
original message | forwarded message | begin forwarded message | neges wreiddiol | ursprüngliche nachricht
weitergeleitete nachricht | anfang der weitergeleiteten nachricht | message d'origine | message original
message transféré | mensaje original | mensaje reenviado | messaggio originale | messaggio inoltrato
mensagem original | mensagem encaminhada | oorspronkelijk bericht | doorgestuurd bericht | wiadomość oryginalna
oryginalna wiadomość | wiadomość przekazana | ursprungligt meddelande | oprindelig meddelelse
opprinnelig melding | původní zpráva | mesaj original | оригінальне повідомлення | початкове повідомлення
исходное сообщение | alkuperäinen viesti | eredeti üzenet | اصل پیغام | الرسالة الأصلية | 原始邮件 | 原始郵件
"""
SENT_FROM = """
sent from | sent via | sent using | get outlook for | anfonwyd o | gesendet von | von meinem | gesendet mit
envoyé de | envoyé depuis | envoyé à partir | télécharger outlook | enviado desde | enviado do | enviado de
enviado a partir | obtener outlook | inviato da | inviato dal | verzonden vanaf | verstuurd vanaf
verzonden met | wysłano z | wysłane z | skickat från | sendt fra | odesláno z | trimis de pe | надіслано з
отправлено с | yahoo mail: | outlook für | hämta outlook | download outlook | sent on the go with
"""
DEVICES = """
iphone | ipad | ipod | android | samsung | galaxy | outlook | yahoo | gmail | windows | huawei | xiaomi | redmi
oneplus | pixel | nokia | blackberry | mobile | smartphone | phone | handy | mobil | telefon | téléphone
tablet | mail | proton | aol | motorola | vodafone | o2 | iphonea | iphonie | ipada | телефону | móvil
cellulare | telefoon
"""


def words(table: str) -> list[str]:
    """The entries of a table above, longest first, so that a longer one is not taken for its beginning."""
    entries = (entry.strip() for line in table.splitlines() for entry in line.split("|"))
    return sorted(filter(None, entries), key=len, reverse=True)
