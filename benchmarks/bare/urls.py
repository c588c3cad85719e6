"""The one page."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.urls import path

from .models import Note

SUBJECTS = 8


@login_required(login_url="/none/")
def page(request):
    """Eight lists of a few notes, the first of twenty."""
    lists = [
        list(Note.objects.filter(author=request.user.pk, subject=n).order_by("-day")[: 5 if n else 20])
        for n in range(SUBJECTS)
    ]
    return render(request, "bare/page.html", {"lists": lists})


urlpatterns = [path("", page)]
