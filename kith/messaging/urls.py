"""Addresses of messages."""

from django.urls import path

from .views import inbox, letters, messages, one_message, passing_on

app_name = "messaging"

ONE = "people/<individual>/messages/<sent>/"

urlpatterns = [
    path("messages/", inbox.inbox, name="inbox"),
    path("messages/answers/", inbox.phrases, name="phrases"),
    path("messages/answers/<phrase>/away/", inbox.put_phrase_away, name="put_phrase_away"),
    path("messages/letters/", letters.tray, name="tray"),
    path("teams/<team>/messages/", inbox.unknown, name="unknown"),
    path("teams/<team>/messages/<sent>/sort/", inbox.sort, name="sort"),
    path("people/<individual>/messages/", messages.messages_page, name="messages_page"),
    path("people/<individual>/messages/told/", messages.told, name="told"),
    path(ONE, one_message.message_page, name="message_page"),
    path(f"{ONE}answer/", one_message.answer, name="answer"),
    path(f"{ONE}read/", one_message.read, name="read"),
    path(f"{ONE}meant/", one_message.meant, name="meant"),
    path(f"{ONE}pass-on/", one_message.pass_on, name="pass_on"),
    path(f"{ONE}sooner/", one_message.sooner, name="look_sooner"),
    path(f"{ONE}about/", one_message.put_to, name="put_to"),
    path(f"{ONE}result/", one_message.keep_found, name="keep_found"),
    path(f"{ONE}hand/", passing_on.hand, name="hand"),
    path(f"{ONE}picture/<attachment>/", one_message.picture, name="picture"),
    path("people/<individual>/letters/", letters.letters_page, name="letters_page"),
    path("people/<individual>/letters/<letter>/paper/", letters.on_paper, name="letter_on_paper"),
    path("people/<individual>/letters/<letter>/", letters.see_to, name="see_to_letter"),
]
