"""The catalogue: its rows, and every way a person or program changes one of them."""
