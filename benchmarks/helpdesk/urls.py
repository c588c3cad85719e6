"""Its pages, where its notes put them."""

from django.contrib.staticfiles.urls import staticfiles_urlpatterns
from django.urls import include, path

urlpatterns = [path("helpdesk/", include("helpdesk.urls")), *staticfiles_urlpatterns()]
