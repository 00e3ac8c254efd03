"""Time expressions of English news, read against the day of publication."""

from service.text.dates.grammar import TimeMention, find_times, read_time

__all__ = ["TimeMention", "find_times", "read_time"]
