"""Things people say over an invented town, with the answers marked: how well the table understands."""
