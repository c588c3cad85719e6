"""Columns side by side: a row that reaches across a wide gap is taken apart, and each column read downwards."""

import re
from dataclasses import dataclass, replace

from .line import Line

DOUBT = 60  # of a hundred: letters that are less clear are not built on; words of most pages have more than 85
SPECK, CLEAR = 25, 80  # of a hundred
SAYS_MORE = re.compile(r"[\d.@]")  # a figure, or a piece of an address, is kept however it looks
WIDE_GAP = 1.25  # heights of a row: no space between two words is so wide
WIDE_LETTERS = 2.2  # letters of a row, as a typewriter sets them: neither is any


@dataclass(frozen=True)
class Word:
    """One word, as the reader saw it: where it is in dots, and how well the letters could be told, of a hundred."""

    text: str
    left: int
    top: int
    right: int
    height: int
    trust: float


def pieces_of(row: list[Word], of: tuple[int, int]) -> list[Line]:
    """The row as one line, or as several where gaps part it."""
    height = sorted(word.height for word in row)[len(row) // 2]
    row = [word for word in row if not _is_a_speck(word, height)] or row
    widths = sorted((word.right - word.left) / len(word.text) for word in row)
    widest = max(WIDE_GAP * height, WIDE_LETTERS * widths[len(widths) // 2])
    pieces: list[list[Word]] = []
    for word in sorted(row, key=lambda each: each.left):
        if pieces and word.left - pieces[-1][-1].right <= widest:
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return [_line(_begun_well(words), of) for words in pieces]


def _begun_well(words: list[Word]) -> list[Word]:
    """Without what stands before the first word: the edge of the page, or of a picture, taken for letters."""
    least = DOUBT if max(word.trust for word in words) >= CLEAR else SPECK
    well = next((at for at, word in enumerate(words) if word.trust >= least or SAYS_MORE.search(word.text)), 0)
    return words[well:]


def _is_a_speck(word: Word, height: int) -> bool:
    """A rule, a shadow's edge or a piece of a picture, taken for letters."""
    says_little = sum(letter.isalnum() for letter in word.text) < 2 and word.text not in "aI&£–-"
    return word.trust < SPECK and (says_little or word.height > 1.8 * height)


def _line(words: list[Word], of: tuple[int, int]) -> Line:
    return Line(
        text=" ".join(word.text for word in words),
        left=words[0].left,
        top=sorted(word.top for word in words)[len(words) // 2],
        right=max(word.right for word in words),
        height=sorted(word.height for word in words)[len(words) // 2],
        trust=sum(word.trust for word in words) / len(words),
        of=of,
        doubted=tuple(word.text for word in words if word.trust < DOUBT and any(map(str.isalnum, word.text))),
    )


def in_columns(rows: list[list[Line]]) -> list[Line]:
    """The pieces of all rows, column by column. A row that lies across two columns ends them."""
    done: list[Line] = []
    columns: list[list[Line]] = []
    for row in rows:
        if len(row) == 1 and len(_over(columns, row[0])) != 1:
            done += _ended(columns)
            columns = []
            done += row
            continue
        for piece in row:
            over = _over(columns, piece)
            if over:
                over[0].append(piece)
            else:
                columns.append([piece])
    return done + _ended(columns)


def _over(columns: list[list[Line]], piece: Line) -> list[list[Line]]:
    """The columns that the piece lies under."""
    edges = ((min(one.left for one in column), max(one.right for one in column), column) for column in columns)
    return [column for left, right, column in edges if min(right, piece.right) > max(left, piece.left)]


def _ended(columns: list[list[Line]]) -> list[Line]:
    """Each column is a block of its own."""
    ordered = sorted(columns, key=lambda column: column[0].left)
    return [
        replace(line, of=(line.of[0], line.of[1] + 100 * at)) for at, column in enumerate(ordered) for line in column
    ]
