"""The reasoning: functions from content, answers or a card, and a date to a result; no clock, no file, no setting."""
