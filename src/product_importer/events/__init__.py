"""The append-only event log: every change to a product, in commit order."""
