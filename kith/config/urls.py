"""Every address, by module. What each one asks of the visitor stands on its view."""

from django.urls import include, path

from kith.config import health, metrics
from kith.config.security_txt import security_txt
from kith.design import views as design
from kith.directory.publishing.addresses import ADDRESSES
from kith.people.doors import public_page

of_design = (
    [
        path("crisis/", public_page(design.crisis), name="crisis"),
        path("accessibility/", public_page(design.accessibility), name="accessibility"),
        path("leaving/", public_page(design.leaving), name="leaving"),
        path("gallery/", public_page(design.gallery), name="gallery"),
    ],
    "design",
)

of_everybody = ([path(each.path, public_page(each.view), name=each.name) for each in ADDRESSES], "open")

handler404 = "kith.design.views.nothing_here"
handler500 = "kith.design.views.something_went_wrong"
handler429 = "kith.people.views.tried_too_often"

urlpatterns = [
    path("", include("kith.people.urls")),  # people/new/ is nobody’s page
    path("", include("kith.home.urls")),
    path("", include("kith.upkeep.urls")),
    path("", include("kith.reports.urls")),
    path("", include("kith.moving_on.urls")),
    path("", include("kith.diary.urls")),
    path("", include("kith.rights.urls")),
    path("", include("kith.safety.urls")),
    path("healthz", public_page(health.healthz), name="healthz"),
    path("metrics", public_page(metrics.metrics), name="metrics"),
    path(".well-known/security.txt", public_page(security_txt), name="security_txt"),
    path("", include(of_design)),
    path("open/", include(of_everybody)),
    path("account/", include("kith.people.sign_in_urls")),
    path("demo/", include("kith.demo.urls")),
    path("", include("kith.conversations.mirror_urls")),
    path("first-day/", include("kith.conversations.first_day_urls")),
    path("", include("kith.interop.urls")),  # before whatever a listing or a person may be called
    path("v/", include("kith.conversations.visit_urls")),
    path("h/", include("kith.safety.place_urls")),  # before whatever else is asked for there
    path("h/", include("kith.introductions.host_urls")),
    path("s/", include("kith.goals.helper_urls")),
    path("k/", include("kith.local_knowledge.place_urls")),
    path("c/", include("kith.messaging.answer_urls")),
    path("in/", include("kith.messaging.callback_urls")),
    path("", include("kith.messaging.urls")),
    path("", include("kith.messaging.telling_urls")),
    path("", include("kith.messaging.reminders_urls")),
    path("people/", include("kith.messaging.asking_urls")),
    path("", include("kith.ideas.urls")),
    path("community/", include("kith.local_knowledge.urls")),
    path("forms/", include("kith.questionnaires.urls")),
    path("measures/", include("kith.measures.packs_urls")),
    path("people/", include("kith.about_me.urls")),
    path("people/", include("kith.measures.urls")),
    path("people/", include("kith.budget.urls")),
    path("who-can-ask/", include("kith.budget.house_urls")),
    path("people/", include("kith.goals.urls")),
    path("people/", include("kith.network_map.urls")),
    path("people/", include("kith.introductions.urls")),
    path("people/", include("kith.conversations.urls")),
    path("people/", include("kith.paperwork.urls")),
]
