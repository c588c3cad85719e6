"""Text whose lines were broken by a mail program and say so (RFC 3676), joined again as they were typed."""

SIGNATURE = "-- "


def joined(text: str, *, without_space: bool = False) -> str:
    """Lines that end in a space go on in the next, within one depth of quoting."""
    lines: list[tuple[int, str, bool]] = []
    for line in text.split("\n"):
        words = line.lstrip(">")
        depth, words = len(line) - len(words), words.removeprefix(" ")
        goes_on = words.endswith(" ") and words != SIGNATURE
        words = words[:-1] if goes_on and without_space else words
        lines.append((depth, words, goes_on))
    return "\n".join(_paragraphs(lines))


def _paragraphs(lines: list[tuple[int, str, bool]]) -> list[str]:
    gathered: list[list[str]] = []
    open_at = None
    for depth, words, goes_on in lines:
        if open_at == depth and words != SIGNATURE:
            gathered[-1].append(words)
        else:
            gathered.append([">" * depth + (" " if depth else ""), words])
        open_at = depth if goes_on else None
    return ["".join(pieces) for pieces in gathered]
