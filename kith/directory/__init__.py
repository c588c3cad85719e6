"""The community as leaflets: what there is, where, when, what it costs, who to ask, and how fresh that is.

Knows neither people nor teams, so nothing it shows can name them.
"""
