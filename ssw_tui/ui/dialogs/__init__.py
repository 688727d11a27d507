"""Pages that open over a view and close again."""
