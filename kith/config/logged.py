"""What may stand in the log: the address of a link or of a calendar is a key, and is left out of every line."""

import logging
import re

A_KEY = re.compile(r"(/(?:v|h|c|k|s|calendar)/)[^/\s?]+")


class WithoutKeys(logging.Filter):
    """Whatever is said of such an address, the line tells its kind alone."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = A_KEY.sub(r"\1…", record.getMessage()), ()
        return True
