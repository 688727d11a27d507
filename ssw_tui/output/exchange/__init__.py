"""Personal data as files: all of it as JSON, cards as CSV, days as a calendar, everything readable as Markdown."""
