"""Addresses of asking how it went, of paper, and of what was told."""

from django.urls import path

from .views import asking, paper

app_name = "asking"

urlpatterns = [
    path("<individual>/goals/<goal>/asked/", asking.part, name="part"),
    path("<individual>/goals/<goal>/ask-me/", asking.ask_me, name="ask_me"),
    path("<individual>/goals/<goal>/ask-no-more/", asking.ask_no_more, name="ask_no_more"),
    path("<individual>/goals/<goal>/ask-again/", asking.ask_again, name="ask_again"),
    path("<individual>/goals/<goal>/go-together/", asking.go_together, name="go_together"),
    path("<individual>/on-paper/", paper.on_paper, name="on_paper"),
    path("<individual>/as-told/", paper.as_told, name="as_told"),
]
