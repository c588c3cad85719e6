"""Who lives in the neighbourhood, as the page of people shows them. Addresses are `<who>@kith.example`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Somebody to sign in as."""

    who: str
    name: str
    words: str

    @property
    def email(self) -> str:
        return f"{self.who}@kith.example"


START_WITH = (
    Person("vish", "Vish", "A worker, who supports Greg and 39 other people."),
    Person("greg", "Greg", "Vish supports him. He went from sofa to 5km."),
)
OTHERS = (
    Person("priya", "Priya", "A worker in Vish’s team, who supports Maya. She does not work with Greg."),
    Person("maya", "Maya", "Priya supports her."),
    Person("deb", "Deb", "A worker in another team."),
    Person("morgan", "Morgan", "The manager of Vish’s and Priya’s team."),
    Person("tom", "Tom", "Greg’s friend. Greg lets him see his goals."),
    Person("ines", "Ines", "Looks after information rights and safeguarding."),
    Person("alex", "Alex", "Looks after accounts and settings, and sees nobody’s notebook."),
)
EVERYBODY = {person.who: person for person in START_WITH + OTHERS}
