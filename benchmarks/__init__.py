"""Measurements of the program: `make bench` holds it to figures; what else lies here is run by hand."""
