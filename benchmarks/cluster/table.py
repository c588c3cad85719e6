"""Writes down what a run of the cluster came to: docs/benchmarks/cluster.md, and the figures beside it."""


def write_table(told, held):
    pass
