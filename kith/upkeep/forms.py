"""What a manager chooses when somebody leaves: who takes over, for all at once or person by person."""

from collections.abc import Iterator

from kith.design import fields
from kith.design.forms import KithForm
from kith.people.models import Individual, User

EVERYBODY, AS_ABOVE = "everybody", ""


class WhoTakesOver(KithForm):
    """Somebody for everybody, or somebody else for this one and that one."""

    def __init__(self, *args, individuals: list[Individual], others: list[User], **kwargs):
        super().__init__(*args, **kwargs)
        self.individuals, self.others = individuals, {user.public_id: user for user in others}
        choices = [(key, user.name) for key, user in self.others.items()]
        if individuals:
            missing = "Please choose who takes over, for all or person by person."
            self.fields[EVERYBODY] = fields.Choice(label="Who takes over?", choices=choices, required=False)
            self.fields[EVERYBODY].error_messages["required"] = missing
        for each in individuals if len(individuals) > 1 else ():
            who = fields.Choice(label=each.called, choices=[(AS_ABOVE, "As above"), *choices], required=False)
            self.fields[_name(each)] = who

    def clean(self):
        """Everybody has somebody."""
        typed = super().clean()
        if self.individuals and len(self.takes_over(typed)) < len(self.individuals):
            self.add_error(EVERYBODY, self.fields[EVERYBODY].error_messages["required"])
        return typed

    def takes_over(self, typed: dict | None = None) -> dict[str, User]:
        """Who was chosen for each, by the individual's public id; without those for whom nobody was."""
        typed = self.cleaned_data if typed is None else typed
        chosen = {each.public_id: typed.get(_name(each)) or typed.get(EVERYBODY) for each in self.individuals}
        return {public_id: self.others[key] for public_id, key in chosen.items() if key}

    def one_by_one(self) -> Iterator:
        """The boxes for single people, to be folded away."""
        return (self[_name(each)] for each in self.individuals if _name(each) in self.fields)

    def chosen(self) -> list[tuple[str, str]]:
        """What was chosen, to be sent once more; nothing where nobody has to be chosen."""
        typed = self.cleaned_data if self.is_bound else {}
        return [(name, value) for name, value in typed.items() if value]


def _name(individual: Individual) -> str:
    return f"for_{individual.public_id}"
