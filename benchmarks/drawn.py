"""A plain drawing of how something grows: a few lines over two scales of powers of ten, as an SVG of its own."""

from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT, LEFT, BELOW, RIGHT, ABOVE = 760, 400, 60, 50, 190, 20
ROW = 16  # of words
DASHES = ("", "6 4", "2 3", "10 3 2 3")


def lines(points: dict[str, list[tuple[float, float]]], across: str, up: str) -> str:
    """Each named line in a dash of its own, so that it can be told apart without colour."""
    every = [point for line in points.values() for point in line]
    wide, high = _powers([x for x, _ in every]), _powers([y for _, y in every])

    def place(x: float, y: float) -> tuple[float, float]:
        return (
            LEFT + (log10(x) - wide[0]) / (wide[-1] - wide[0]) * (WIDTH - LEFT - RIGHT),
            HEIGHT - BELOW - (log10(y) - high[0]) / (high[-1] - high[0]) * (HEIGHT - BELOW - ABOVE),
        )

    parts = [*_grid(wide, high, place), *_names(across, up)]
    placed = {name: [place(*point) for point in line] for name, line in points.items()}
    for number, line in enumerate(placed.values()):
        parts += _line(line, DASHES[number % len(DASHES)])
    parts += _ends({name: line[-1] for name, line in placed.items()})
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="13">'
    ground = '<rect width="100%" height="100%" fill="#fff"/>'
    return "\n".join([head, f"<title>{escape(up)} by {escape(across)}</title>", ground, *parts, "</svg>", ""])


def _powers(values: list[float]) -> list[int]:
    """The powers of ten around these; at least two."""
    first = floor(log10(min(values)))
    return list(range(first, max(ceil(log10(max(values))), first + 1) + 1))


def _grid(wide: list[int], high: list[int], place) -> list[str]:
    parts = []
    for power in wide:
        x, y = place(10**power, 10 ** high[0])
        parts.append(f'<text x="{x:.0f}" y="{y + 20:.0f}" text-anchor="middle">{10**power:,}</text>')
        parts.append(f'<path d="M{x:.0f} {y:.0f}V{ABOVE}" stroke="#ccc"/>')
    for power in high:
        x, y = place(10 ** wide[0], 10**power)
        parts.append(f'<text x="{x - 8:.0f}" y="{y + 4:.0f}" text-anchor="end">{10**power:,g}</text>')
        parts.append(f'<path d="M{x:.0f} {y:.0f}H{WIDTH - RIGHT}" stroke="#ccc"/>')
    return parts


def _names(across: str, up: str) -> list[str]:
    middle = (WIDTH - RIGHT + LEFT) // 2
    return [
        f'<text x="{middle}" y="{HEIGHT - 8}" text-anchor="middle">{escape(across)}</text>',
        f'<text x="{LEFT}" y="14">{escape(up)}</text>',
    ]


def _line(places: list[tuple[float, float]], dash: str) -> list[str]:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    return [f'<polyline points="{path}" fill="none" stroke="#111" stroke-width="2" stroke-dasharray="{dash}"/>']


def _ends(ends: dict[str, tuple[float, float]]) -> list[str]:
    """Each line's name where it ends, or below the name above it."""
    parts, lowest = [], 0.0
    for name, (x, y) in sorted(ends.items(), key=lambda each: each[1][1]):
        lowest = max(y + 4, lowest + ROW)
        parts.append(f'<text x="{x + 8:.0f}" y="{lowest:.0f}">{escape(name)}</text>')
    return parts
