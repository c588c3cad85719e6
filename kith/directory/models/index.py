"""What the search reads: the words of each listing, and how many listings hold each word."""

from django.db import models


class SearchDocument(models.Model):
    """A live listing as plain word stems, by where they stand. Facts are words too (`xday1`, `xfree`)."""

    activity = models.OneToOneField(
        "directory.Activity", primary_key=True, on_delete=models.CASCADE, related_name="search_document"
    )
    name_words = models.TextField()
    term_words = models.TextField()
    body_words = models.TextField()
    fact_words = models.TextField()
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    spot = models.BigIntegerField(db_index=True, help_text="Its place as one number, in the order of the map.")

    def __str__(self) -> str:
        return self.name_words


class SearchCell(models.Model):
    """The live listings of one cell of the map, with their words as numbers: see `search.cells` and `search.packed`."""

    number = models.BigIntegerField(primary_key=True, help_text="The cell, and which listings of it.")
    heads = models.BinaryField()
    words = models.BinaryField()

    def __str__(self) -> str:
        return str(self.number)


class SearchWord(models.Model):
    """How many documents hold a word. The empty word counts the documents themselves."""

    word = models.CharField(max_length=60, primary_key=True)
    first = models.CharField(max_length=1, blank=True)
    length = models.PositiveSmallIntegerField()
    documents = models.IntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["first", "length"], name="directory_words_alike")]

    def __str__(self) -> str:
        return self.word


class SearchMeaning(models.Model):
    """Where a live listing lies among meanings: 384 numbers of two bytes. Gone when its words are written anew,
    and worked out again afterwards; without it a listing is found by its words alone."""

    activity = models.OneToOneField(
        "directory.Activity", primary_key=True, on_delete=models.CASCADE, related_name="search_meaning"
    )
    point = models.BinaryField()
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)

    class Meta:
        indexes = [models.Index(fields=["latitude", "longitude"], name="directory_meanings_near")]

    def __str__(self) -> str:
        return f"meaning of {self.activity_id}"
