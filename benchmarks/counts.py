"""What a run that counts ends with: each figure by its name, and a word on whether it held."""
# ruff: noqa: T201 - printing is what this is for

from abc import ABC, abstractmethod
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Counts(ABC):
    """The figures of one run. Each run has its own, and knows whether they are as they should be."""

    @property
    @abstractmethod
    def is_well(self) -> bool:
        """Whether they are as they should be."""

    def tell(self) -> int:
        """Prints them. Gives what the process ends with: 0 where it held."""
        for name, value in asdict(self).items():
            print(f"{name.replace('_', ' '):>20}  {value:>7,}")
        print("It held." if self.is_well else "It did not hold.")
        return 0 if self.is_well else 1
