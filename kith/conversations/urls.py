"""Addresses of conversations."""

from django.urls import path

from .views import after, before, conversation, first_day, meetings, prompts, write_up

app_name = "conversations"

urlpatterns = [
    path("<individual>/write-up/", write_up.write_up, name="write_up"),
    path("<individual>/write-up/keep/", write_up.save_draft, name="save_draft"),
    path("<individual>/write-up/afresh/", write_up.start_afresh, name="start_afresh"),
    path("<individual>/write-up/as-seen/", write_up.preview, name="preview"),
    path("<individual>/write-up/which/", write_up.settle_draft, name="settle_draft"),
    path("<individual>/supervision/", after.supervision, name="supervision"),
    path("<individual>/next-meeting/", meetings.plan, name="plan"),
    path("<individual>/next-meeting/off/", meetings.call_off, name="call_off"),
    path("<individual>/said/", meetings.meetings_page, name="meetings_page"),
    path("<individual>/said/<meeting>/", meetings.meeting_page, name="meeting_page"),
    path("<individual>/said/<meeting>/answer/", meetings.answer, name="answer"),
    path("<individual>/said/<meeting>/correct/", meetings.correct, name="correct"),
    path("<individual>/said/<meeting>/show/", meetings.show_note, name="show_note"),
    path("<individual>/said/<meeting>/how/", after.how_it_was, name="how_it_was"),
    path("<individual>/said/<meeting>/copied/", after.copied, name="copied"),
    path("<individual>/said/<meeting>/supervision/", after.send_to_supervision, name="send_to_supervision"),
    path("<individual>/said/<meeting>/supervision/back/", after.take_back, name="take_back"),
    path("<individual>/before/", prompts.add_prompt, name="add_prompt"),
    path("<individual>/before/<prompt>/tick/", prompts.tick_prompt, name="tick_prompt"),
    path("<individual>/before-we-meet/", before.before_page, name="before_page"),
    path("<individual>/before-we-meet/ask/", before.ask, name="ask"),
    path("<individual>/before-we-meet/tell/", before.tell, name="tell_before"),
    path("<individual>/before-we-meet/why/", before.explain, name="explain"),
    path("<individual>/before-we-meet/letter/<message>/", before.letter, name="before_letter"),
    path("<individual>/asked/<asked>/", before.answer, name="answer_asked"),
    path("<individual>/old-notes/", first_day.old_notes, name="old_notes"),
    path("<individual>/old-notes/<brought>/away/", first_day.put_away, name="put_away_notes"),
    path("<individual>/conversation/", conversation.conversation, name="conversation"),
    path("<individual>/conversation/met/", conversation.met_today, name="met_today"),
    path("<individual>/conversation/like/", conversation.add_like, name="add_like"),
    path("<individual>/conversation/card/", conversation.card, name="prompt_card"),
    path("<individual>/meet-sooner/", before.sooner, name="sooner"),
]
