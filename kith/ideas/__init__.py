"""The table: things to do, each with its reasons; what was kept and what was set aside."""
