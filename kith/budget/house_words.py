"""What holds until a manager sets it: how long notice is at the least, and that no advocate is named yet."""

NOTICE_DAYS = 28
