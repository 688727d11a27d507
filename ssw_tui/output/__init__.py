"""What is said, in order: pages, and pages as text and data."""
