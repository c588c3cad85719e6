"""Addresses of this module."""

from django.urls import path

from .views import one, pages, pictures

app_name = "network_map"
HERE = "<individual>/people-and-places/"
ONE = f"{HERE}<connection>/"

urlpatterns = [
    path(HERE, pages.map_page, name="map_page"),
    path(f"{HERE}add/", pages.add, name="add"),
    path(f"{HERE}paper/", pages.paper, name="paper"),
    path(f"{HERE}skip/", pages.skip_point, name="skip_point"),
    path(f"{HERE}who-writes/", pages.who_writes, name="who_writes"),
    path(f"{HERE}from/<activity>/", pages.add_from_activity, name="add_from_activity"),
    path(f"{HERE}pictures/", pictures.keep_picture, name="keep_picture"),
    path(f"{HERE}pictures/<picture>/", pictures.then_and_now, name="then_and_now"),
    path(ONE, one.connection_page, name="connection_page"),
    path(f"{ONE}more/", one.say_more, name="say_more"),
    path(f"{ONE}move/", one.move, name="move"),
    path(f"{ONE}not-here/", one.say_ended, name="say_ended"),
    path(f"{ONE}died/", one.say_died, name="say_died"),
    path(f"{ONE}here-again/", one.bring_back, name="bring_back"),
    path(f"{ONE}to-myself/", one.keep_to_oneself, name="keep_to_oneself"),
    path(f"{ONE}let-be-seen/", one.let_be_seen, name="let_be_seen"),
    path(f"{ONE}away/", one.put_away, name="put_away"),
    path(f"{ONE}again/", one.show_again, name="show_again"),
]
