"""What the command line does: `cli.py` is its face, these modules carry its commands out."""
