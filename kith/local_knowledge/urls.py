"""Addresses of this module."""

from django.urls import path

from . import bus_page, known_page, photographs, room_page, views, welcoming_page
from .keeping import views as keeping
from .lists import views as lists
from .paper import views as paper
from .phrases import views as phrases

app_name = "local_knowledge"

urlpatterns = [
    path("keeping/", keeping.keeping, name="keeping"),
    path("off/", keeping.off, name="off"),
    path("lists/", lists.hand_over, name="list_new"),
    path("lists/<str:file>/", lists.look, name="list_look"),
    path("paper/", paper.papers, name="papers"),
    path("paper/join/", paper.join, name="join_papers"),
    path("paper/<str:paper>/", paper.paper, name="paper"),
    path("paper/<str:paper>/part/", paper.part, name="part_paper"),
    path("paper/<str:paper>/picture/", paper.paper_picture, name="paper_picture"),
    path("paper/<str:paper>/away/", paper.throw_away, name="throw_away"),
    path("words/", phrases.phrases, name="phrases"),
    path("words/new/", phrases.new_idea, name="new_idea"),
    path("words/file/", phrases.as_file, name="phrases_file"),
    path("words/<str:phrase>/away/", phrases.take_away, name="take_phrase_away"),
    path("<str:activity>/", views.listing, name="listing"),
    path("<str:activity>/fill-in/", views.fill_in, name="fill_in"),
    path("<str:activity>/take-theirs/", views.take_theirs, name="take_theirs"),
    path("<str:activity>/photo/", photographs.picture, name="photo"),
    path("<str:activity>/photograph/", photographs.take, name="photograph"),
    path("<str:activity>/photograph/away/", photographs.put_away, name="put_photo_away"),
    path("<str:activity>/last-bus/", bus_page.last_bus, name="last_bus"),
    path("<str:activity>/note/", views.note, name="note"),
    path("<str:activity>/known/<str:known>/named/", known_page.named, name="known_named"),
    path("<str:activity>/known/<str:known>/agreed/", known_page.agreed, name="known_agreed"),
    path("<str:activity>/known/<str:known>/back/", known_page.back, name="known_back"),
    path("<str:activity>/full/", room_page.full, name="full"),
    path("<str:activity>/room/", room_page.room, name="room"),
    path("<str:activity>/welcoming/", welcoming_page.welcoming, name="welcoming"),
    path("<str:activity>/still-true/", views.still_true, name="still_true"),
    path("<str:activity>/still-right/", keeping.still_right, name="still_right"),
    path("<str:activity>/changed/", keeping.changed, name="changed"),
    path("<str:activity>/gone/", keeping.gone, name="gone"),
    path("<str:activity>/bring-back/", keeping.bring_back, name="bring_back"),
    path("<str:activity>/seen-to/", keeping.seen_to, name="seen_to"),
]
