"""Addresses of this module."""

from django.urls import path

from .views import booklet, own_page, stopping, talk, team

app_name = "moving_on"
HERE = "people/<individual>/carry-on/"
TEAM = "teams/<team>/moving-on/"

urlpatterns = [
    path(HERE, talk.talk, name="talk"),
    path(f"{HERE}earlier/<talk>/", talk.earlier, name="earlier"),
    path(f"{HERE}begin/", talk.begin, name="begin"),
    path(f"{HERE}words/", talk.keep_part, name="keep_part"),
    path(f"{HERE}ask-me/", talk.ask_me, name="ask_me"),
    path(f"{HERE}ready/", talk.ready, name="ready"),
    path(f"{HERE}answer/", talk.answer, name="answer"),
    path(f"{HERE}booklet/", booklet.booklet, name="booklet"),
    path(f"{HERE}booklet.pdf", booklet.booklet_as_pdf, name="booklet_pdf"),
    path(f"{HERE}booklet.html", booklet.booklet_as_file, name="booklet_file"),
    path(f"{HERE}before-we-stop/", stopping.before_we_stop, name="before_we_stop"),
    path(f"{HERE}open/", stopping.settle, name="settle"),
    path(f"{HERE}stop/", stopping.stop, name="stop"),
    path(f"{HERE}longer/", own_page.longer, name="longer"),
    path(f"{HERE}back/", own_page.back, name="back"),
    path(f"{HERE}reminders/", own_page.reminders, name="reminders"),
    path(TEAM, team.moving_on, name="team"),
    path(f"{TEAM}longer/", team.give_longer, name="give_longer"),
    path(f"{TEAM}back/", team.come_back, name="come_back"),
    path(f"{TEAM}said/", team.said, name="said"),
    path(f"{TEAM}not-here/", team.not_here, name="not_here"),
]
