"""Addresses of this module."""

from django.urls import path

from .views import decisions, pages, proposals, saying, scans, slips, telling

app_name = "budget"

urlpatterns = [
    path("<individual>/budget/", pages.budget_page, name="budget_page"),
    path("<individual>/budget/paper/", pages.paper, name="paper"),
    path("<individual>/budget/write-down/", decisions.record, name="record"),
    path("<individual>/budget/review/", decisions.note_review, name="note_review"),
    path("<individual>/budget/used/", telling.tell_how_much, name="tell_how_much"),
    path("<individual>/budget/decided/<decision>/tell/", telling.tell_of, name="tell_of"),
    path("<individual>/budget/promised/", saying.promise, name="promise"),
    path("<individual>/budget/promised/<assurance>/", saying.end_assurance, name="end_assurance"),
    path("<individual>/budget/waiting/<proposal>/", proposals.proposal_page, name="proposal_page"),
    path("<individual>/budget/waiting/<proposal>/confirm/", proposals.confirm, name="confirm"),
    path("<individual>/budget/waiting/<proposal>/take-back/", proposals.take_back, name="take_back"),
    path("<individual>/budget/waiting/<proposal>/answer/", saying.objection_to_waiting, name="objection_to_waiting"),
    path("<individual>/budget/waiting/<proposal>/paper/", proposals.waiting_paper, name="waiting_paper"),
    path("<individual>/budget/waiting/<proposal>/letter/", scans.keep_scan_of_waiting, name="keep_scan_of_waiting"),
    path("<individual>/budget/decided/<decision>/letter/", scans.keep_scan, name="keep_scan"),
    path("<individual>/budget/letter/<scan>/", scans.scan, name="scan"),
    path("<individual>/budget/letter/<scan>/take-out/", scans.take_scan_out, name="take_scan_out"),
    path("<individual>/budget/waiting/<proposal>/is-it-so/", slips.say_whether, name="say_whether"),
    path("<individual>/budget/waiting/<proposal>/told/", saying.told_of_waiting, name="told_of_waiting"),
    path("<individual>/budget/decided/<decision>/told/", saying.told_of, name="told_of"),
    path("<individual>/budget/decided/<decision>/wrong/", slips.wrong_copy, name="wrong_copy"),
    path("<individual>/budget/decided/<decision>/", pages.decision_page, name="decision_page"),
    path("<individual>/budget/decided/<decision>/answer/", saying.objection, name="objection"),
    path("<individual>/budget/decided/<decision>/instead/", saying.instead, name="instead"),
    path("<individual>/budget/decided/<decision>/paper/", pages.objection_paper, name="objection_paper"),
]
