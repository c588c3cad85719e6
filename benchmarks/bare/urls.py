"""Two pages behind a sign-in, each with a session, whose it is, and eight more questions."""

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Max
from django.shortcuts import render
from django.urls import path

from .models import Note, Service

SUBJECTS, ROWS, FEW = 8, 20, 5
BOX = {"latitude__range": (53.0, 53.4), "longitude__range": (-2.0, -1.2)}


@login_required(login_url="/none/")
def usual(request):
    """What a page is usually made of, and the bar is set by: twenty services out of a box of twenty thousand, what was
    noted of them, and one list that has to be joined and sorted without an index."""
    services = list(Service.objects.filter(**BOX).order_by("name")[:ROWS])
    told, own = Note.objects.filter(service__in=services), Note.objects.filter(author=request.user.pk)
    last = {each["service"]: each for each in told.values("service").annotate(last=Max("day"), many=Count("pk"))}
    there = own.filter(service__latitude__gte=53.2).select_related("service")
    found = {
        "rows": [(each, last.get(each.pk)) for each in services],
        "words": list(told.order_by("-day")[:FEW]),
        "latest": list(there.order_by("-day", "service__name")[:FEW]),
        "own": list(own.filter(subject=1).order_by("-day")[:FEW]),
        "many": own.count(),
        "any": own.filter(subject=0).exists(),
        "first": own.order_by("subject", "day").first(),
    }
    return render(request, "bare/usual.html", found)


@login_required(login_url="/none/")
def light(request):
    """The least that eight questions can be: lists of a few notes, each by its index, the first of twenty."""
    lists = [
        list(Note.objects.filter(author=request.user.pk, subject=n).order_by("-day")[: FEW if n else ROWS])
        for n in range(SUBJECTS)
    ]
    return render(request, "bare/page.html", {"lists": lists})


urlpatterns = [path("", usual), path("light/", light)]
