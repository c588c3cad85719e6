"""Addresses of setting up: teams, new notebooks, invitations, who works with whom."""

from django.urls import path

from .views import away, hearing, notebooks, profile, reaching, setting_out, shares, supporters, teams, together, urgent

urlpatterns = [
    path("teams/", teams.teams, name="teams"),
    path("teams/new/", teams.new_team, name="new_team"),
    path("teams/<team>/", teams.one_team, name="team_page"),
    path("teams/<team>/how/", teams.ways, name="ways"),
    path("teams/<team>/invite/", teams.invite_worker, name="invite_worker"),
    path("teams/<team>/table/<member>/end/", teams.end_keeping, name="end_keeping"),
    path("teams/<team>/people/<member>/", teams.member, name="member"),
    path("teams/<team>/people/<member>/away/", away.member_away, name="member_away"),
    path("teams/<team>/urgent/", urgent.find, name="urgent_find"),
    path("me/interests/", profile.profile, name="profile"),
    path("me/away/", away.own_away, name="away"),
    path("me/hears/", hearing.hears, name="hears"),
    path("me/needs/", supporters.own_needs, name="own_needs"),
    path("shared/come-in/<held>/", supporters.come_in, name="come_in"),
    path("people/new/", notebooks.new_notebook, name="new_notebook"),
    path("people/<individual>/reach/", reaching.reach, name="reach"),
    path("people/<individual>/from/", setting_out.sets_out, name="sets_out"),
    path("people/<individual>/invite/", notebooks.invite, name="invite"),
    path("people/<individual>/who/", together.who, name="who"),
    path("people/<individual>/who/add/", together.add, name="add"),
    path("people/<individual>/who/cover/", together.cover, name="cover"),
    path("people/<individual>/who/<relation>/end/", together.end, name="end"),
    path("people/<individual>/sees/", shares.shares, name="shares"),
    path("people/<individual>/sees/<share>/stop/", shares.stop, name="stop_share"),
    path("people/<individual>/links/<link>/stop/", shares.stop_link, name="stop_link"),
    path("people/<individual>/urgent/", urgent.look, name="urgent"),
    path("people/<individual>/urgent/<look>/", urgent.one_look, name="urgent_look"),
    path("people/<individual>/hand-over/", together.hand_over, name="hand_over"),
]
