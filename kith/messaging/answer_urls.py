"""The address of a question, for whoever holds its link."""

from django.urls import path

from .views import answering

app_name = "answer"

urlpatterns = [path("<link>/", answering.did_you_go, name="did_you_go")]
