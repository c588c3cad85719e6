"""The table: things to do, looked at together, each with its reasons; what was kept and what was set aside."""
