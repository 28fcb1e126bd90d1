"""Requests to addresses that users name: which may be reached, and the one client that does."""
