"""The person's own data: cards and what happened, ticks, answers; the history that takes changes back; the store."""
