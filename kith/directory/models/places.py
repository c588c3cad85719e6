"""Who runs things and where they happen."""

from django.db import models

from kith.access.public_ids import PublicIdField


class Organisation(models.Model):
    """A group, club, church, council or firm that runs activities."""

    public_id = PublicIdField()
    name = models.CharField(max_length=300)
    about = models.TextField(blank=True)
    url = models.TextField(blank=True)
    source = models.ForeignKey(
        "directory.Source", null=True, blank=True, on_delete=models.SET_NULL, related_name="organisations"
    )
    external_id = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["name", "pk"]
        # The constraint's own index leaves some out, so no look at many ids can use it.
        indexes = [models.Index(fields=["source", "external_id"], name="directory_organisation_by_id")]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "external_id"],
                condition=~models.Q(external_id=""),
                name="directory_organisation_once_a_source",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Place(models.Model):
    """A spot on the ground. Without a latitude and longitude no distance is told."""

    public_id = PublicIdField()
    name = models.CharField(max_length=300, blank=True)
    address = models.TextField(blank=True)
    postcode = models.CharField(max_length=10, blank=True, help_text="In capitals with one space, or empty.")
    latitude = models.FloatField(null=True, blank=True, help_text="Degrees, WGS 84.")
    longitude = models.FloatField(null=True, blank=True, help_text="Degrees, WGS 84.")
    key = models.CharField(max_length=64, unique=True, help_text="A digest of what it says: one row a place.")

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="directory_place_on_the_globe",
            )
        ]

    def __str__(self) -> str:
        return self.name or self.address or self.postcode

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, where both are known."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude


class Postcode(models.Model):
    """The middle of a postcode, or of its first half (an outcode)."""

    code = models.CharField(max_length=8, primary_key=True, help_text="In capitals, without a space.")
    latitude = models.FloatField()
    longitude = models.FloatField()

    def __str__(self) -> str:
        return self.code


class Locality(models.Model):
    """A town, village or part of one, by its name."""

    key = models.CharField(max_length=320, primary_key=True, help_text="The name in plain small letters comes first.")
    name = models.CharField(max_length=200)
    within = models.CharField(max_length=200, blank=True, help_text="The county or district, to tell two apart.")
    latitude = models.FloatField()
    longitude = models.FloatField()

    class Meta:
        verbose_name_plural = "localities"
        ordering = ["key"]

    def __str__(self) -> str:
        return f"{self.name}, {self.within}" if self.within else self.name
