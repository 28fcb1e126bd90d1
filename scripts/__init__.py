"""Run by hand or by CI; no part of the program."""
