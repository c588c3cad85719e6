"""Addresses of the pages made of many modules."""

from django.urls import path

from .views import cards, front, individuals, letting_in, over_time, papers, totals

app_name = "home"

urlpatterns = [
    path("", front.front, name="front"),
    path("people/", individuals.people_page, name="people"),
    path("people/<individual>/", individuals.person, name="person"),
    path("people/<individual>/brief/", individuals.brief, name="brief"),
    path("teams/<team>/totals/", totals.totals, name="totals"),
    path("people/<individual>/over-time/", over_time.over_time, name="over_time"),
    path("people/<individual>/over-time/support/", over_time.note_support, name="note_support"),
    path("people/<individual>/plan/", individuals.my_plan, name="plan"),
    path("people/<individual>/plan/paper/", papers.plan_on_paper, name="plan_on_paper"),
    path("people/<individual>/plan/plan.pdf", papers.plan_pdf, name="plan_pdf"),
    path("people/<individual>/introductions/<introduction>/card/", cards.card_page, name="card_page"),
    path("people/<individual>/introductions/<introduction>/card/send/", cards.send_card, name="send_card"),
    path("people/<individual>/let-in/", letting_in.let_in, name="let_in"),
    path("people/<individual>/sees/<share>/", letting_in.one_share, name="one_share"),
    path("people/<individual>/sees/<share>/hold-back/", letting_in.hold_back, name="hold_back"),
    path("people/<individual>/sees/<share>/go-on/", letting_in.go_on, name="go_on"),
    path("shared/<share>/", letting_in.let_see, name="let_see"),
    path("people/<individual>/who-has-looked/", individuals.looked, name="looked"),
]
