"""What is asked of the table."""

from dataclasses import dataclass, field

from kith.directory import queries as directory

NEAR = "near"  # the fact of how near it is wanted


@dataclass(frozen=True)
class Asked:
    """What was asked of the table. `days`: 0 is Monday. `within`: miles, or None. `tasters`: can be tried once.
    `ordinary`: not a health service. `surprise` is a seed; empty when not asked for.
    `away`: to see what is kept away because of what does not help.
    `taken_off`: what was understood of the words and is not meant, by key.
    `help_first`: words about harm were typed, which are in no address; `was_long`: only the beginning is looked for."""

    words: str = ""
    help_first: bool = False
    was_long: bool = False
    taken_off: frozenset[str] = frozenset()
    free: bool = False
    tasters: bool = False
    ordinary: bool = False
    within: float | None = None
    days: frozenset[int] = field(default_factory=frozenset)
    surprise: str = ""
    away: bool = False

    @property
    def narrows(self) -> bool:
        """Whether only some of it was asked for, by a filter."""
        return bool(self.free or self.tasters or self.ordinary or self.within or self.days)

    @property
    def opens(self) -> bool:
        """Whether a filter is on that lies folded."""
        return bool(self.within or self.days)

    @property
    def looks(self) -> bool:
        """Whether anything at all was asked for: it stands before what is kept."""
        return bool(self.words or self.help_first or self.narrows or self.surprise or self.away)

    @property
    def is_for_help(self) -> bool:
        """Whether the words are about harm: then help comes first, and only the rest of them is looked for."""
        return self.help_first or directory.asks_for_help(self.words)

    @property
    def shown(self) -> str:
        """The words as they stand in the box and in addresses: none of them where help comes first."""
        return "" if self.is_for_help else self.words

    @property
    def is_low(self) -> bool:
        """Whether it is said in passing that today is hard."""
        return not self.is_for_help and directory.sounds_low(self.words)

    @property
    def rest(self) -> str:
        """The words without what they say of harm, or of how pointless it all is."""
        return directory.without_what_is_pointless(directory.without_harm(self.words))

    @property
    def reach(self) -> float | None:
        """How many miles the words speak of: “a walk away”."""
        return None if NEAR in self.taken_off else directory.reach_in(self.rest)[1]
