"""What the advisor states: frozen records, each with its time and its sources. No I/O here."""
