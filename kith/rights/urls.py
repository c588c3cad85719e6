"""Addresses of this module."""

from django.urls import path

from .views import asking, complaining, fetching, keeping, leading, mine, reviewing

app_name = "rights"
HERE = "people/<individual>/information/"
KEEPING = "people/<individual>/keeping/"
ONE = f"{HERE}<wanted>/"

urlpatterns = [
    path("keeping/", keeping.periods, name="periods"),
    path("people/<individual>/died/", keeping.died, name="died"),
    path(KEEPING, keeping.keeping, name="keeping"),
    path(f"{KEEPING}hold/", keeping.begin_hold, name="begin_hold"),
    path(f"{KEEPING}hold/end/", keeping.end_hold, name="end_hold"),
    path(f"{KEEPING}remove/", keeping.remove, name="remove"),
    path(f"{KEEPING}remove/settle/", keeping.settle, name="settle_removal"),
    path(f"{KEEPING}died/settle/", keeping.settle_death, name="settle_death"),
    path("complain/", complaining.complain, name="complain"),
    path("complain/thank-you/", complaining.thank_you, name="thank_you"),
    path("complaints/<complaint>/", complaining.complaint_page, name="complaint_page"),
    path("complaints/<complaint>/came-in/", complaining.came_in, name="came_in"),
    path(HERE, asking.information, name="information"),
    path(f"{HERE}ask/", asking.ask, name="ask"),
    path(f"{HERE}put-right/", asking.put_right, name="put_right"),
    path(f"{HERE}as-told/", asking.as_told, name="as_told"),
    path(f"{HERE}mine/", mine.mine, name="mine"),
    path(f"{HERE}mine/fetch/", mine.fetch, name="fetch_mine"),
    path(f"{HERE}mine/sign-in/", mine.sign_in_again, name="sign_in_again_for_mine"),
    path(f"{ONE}take-back/", asking.take_back, name="take_back"),
    path(ONE, leading.request_page, name="request_page"),
    path(f"{ONE}take-on/", leading.take_on, name="take_on"),
    path(f"{ONE}still/", leading.pause, name="pause"),
    path(f"{ONE}go-on/", leading.go_on, name="go_on"),
    path(f"{ONE}longer/", leading.longer, name="longer"),
    path(f"{ONE}answer/", leading.answer, name="answer"),
    path(f"{ONE}told/", leading.told, name="told"),
    path(f"{ONE}look/", reviewing.look, name="look"),
    path(f"{ONE}looked/", reviewing.looked, name="looked"),
    path(f"{ONE}cover/", reviewing.cover, name="cover"),
    path(f"{ONE}hold-back/", reviewing.hold_back, name="hold_back"),
    path(f"{ONE}tell/", reviewing.tell, name="tell"),
    path(f"{ONE}make/", reviewing.make, name="make"),
    path(f"{ONE}hand-over/", reviewing.hand_over, name="hand_over"),
    path(f"{ONE}fetch/", fetching.fetch, name="fetch"),
    path(f"{ONE}sign-in/", fetching.sign_in_again, name="sign_in_again"),
    path(f"{ONE}once-more/", fetching.once_more, name="once_more"),
]
