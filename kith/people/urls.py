"""Addresses of people, teams, and of how somebody signs in and sees things."""

from django.urls import path

from .setting_up_urls import urlpatterns as setting_up
from .views import cards, looks, pointers, staying, typed, unlocking

app_name = "people"

urlpatterns = [
    *setting_up,
    path("how-it-looks/", looks.choose, name="looks"),
    path("card/", cards.use_card, name="use_card"),
    path("people/<individual>/card/", cards.print_card, name="print_card"),
    path("people/<individual>/card/stop/", cards.stop_card, name="stop_card"),
    path("pointers/<str:key>/away/", pointers.put_away, name="put_pointer_away"),
    path("stay/", staying.stay, name="stay"),
    path("keep/", staying.keep, name="keep"),
    path("words/", typed.typed_words, name="typed_words"),
    path("unlock/", unlocking.unlock, name="unlock"),
    path("unlock/number/", unlocking.unlock_number, name="unlock_number"),
]
