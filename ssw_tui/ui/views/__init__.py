"""The seven views."""
