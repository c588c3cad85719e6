"""Machines that are none: a network of its own for each, on one switch. A line can be cut, and is whole again later.

Only inside a network that `scripts/soak-cluster` made: nothing here can reach the machine's own.
"""

import subprocess

ADDRESSES = {"db1": "10.9.0.1", "db2": "10.9.0.2", "witness": "10.9.0.3"}
HERE = "10.9.0.254"  # where pages are served


def _ip(*words: str) -> None:
    subprocess.run(["/sbin/ip", *words], check=True)  # noqa: S603 - our own words


def lay_out() -> None:
    """The switch, and a line to each machine."""
    if subprocess.run(["/sbin/ip", "-o", "link", "show", "up"], capture_output=True, check=True).stdout:
        raise SystemExit("This machine's own network is here: begin it by scripts/soak-cluster.")
    _ip("link", "set", "lo", "up")
    _ip("link", "add", "switch", "type", "bridge")
    _ip("addr", "add", f"{HERE}/24", "dev", "switch")
    _ip("link", "set", "switch", "up")
    for name, address in ADDRESSES.items():
        _ip("netns", "add", name)
        _ip("link", "add", f"to-{name}", "type", "veth", "peer", "name", "eth0", "netns", name)
        _ip("link", "set", f"to-{name}", "master", "switch", "up")
        _ip("-n", name, "addr", "add", f"{address}/24", "dev", "eth0")
        _ip("-n", name, "link", "set", "lo", "up")
        _ip("-n", name, "link", "set", "eth0", "up")


def cut(name: str) -> None:
    """From now on nobody hears of it, and it hears of nobody. No line is closed: words just do not arrive."""
    _ip("link", "set", f"to-{name}", "down")


def heal(name: str) -> None:
    _ip("link", "set", f"to-{name}", "up")


def inside(name: str) -> list[str]:
    """What stands before a command that runs on that machine."""
    return ["/sbin/ip", "netns", "exec", name]
