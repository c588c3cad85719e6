"""Money in words: pence in, pounds out, and what people type read back into pence."""

import re

MOST = 1_000_000_000  # pence: ten million pounds
TYPED = re.compile(r"£?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?\s*(?:pounds?)?", re.IGNORECASE | re.ASCII)


def pounds(pence: int) -> str:
    """“£1,200” or “£86.50”."""
    whole, rest = divmod(pence, 100)
    return f"£{whole:,}.{rest:02}" if rest else f"£{whole:,}"


def read_pounds(typed: str) -> int | None:
    """Pence, from “86.50”, “£1,200” or “1200 pounds”; None where it cannot be read, or is more than ten million."""
    found = TYPED.fullmatch(typed.strip())
    if found is None:
        return None
    pence = int(found[1].replace(",", "")) * 100 + int((found[2] or "0").ljust(2, "0"))
    return pence if pence <= MOST else None
