"""Addresses of this module: of one individual's table, and of the table with nobody chosen."""

from django.urls import path

from .views import adding, communities, leaflets, shortlist, stuck, tables, together

app_name = "ideas"
THEIRS = "people/<str:individual>/table/"

urlpatterns = [
    path("community/", communities.community, name="community"),
    path("community/add/", adding.add, name="add"),
    path("community/missing/", communities.missing, name="missing"),
    path("community/missing/look/", communities.look_into, name="look_into"),
    path("community/missing/<str:look>/done/", communities.is_done, name="gap_is_done"),
    path("community/table/", tables.open_table, name="open_table"),
    path("community/table/together/", together.open_look_together, name="open_look_together"),
    path("community/table/stuck/", stuck.open_stuck, name="open_stuck"),
    path("community/table/<str:activity>/", leaflets.open_leaflet, name="open_leaflet"),
    path(THEIRS, tables.the_table, name="table"),
    path(f"{THEIRS}say/", tables.say, name="say"),
    path(f"{THEIRS}together/", together.look_together, name="look_together"),
    path(f"{THEIRS}stuck/", stuck.stuck, name="stuck"),
    path(f"{THEIRS}on-paper/", shortlist.on_paper, name="on_paper"),
    path(f"{THEIRS}send/", shortlist.send, name="send_shortlist"),
    path(f"{THEIRS}know-a-place/", adding.know_a_place, name="know_a_place"),
    path(f"{THEIRS}known/<str:known>/", adding.take_up, name="take_up"),
    path(f"{THEIRS}<str:activity>/", leaflets.leaflet, name="leaflet"),
]
