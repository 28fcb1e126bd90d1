"""Webhooks: what the event log tells, signed and delivered to whoever registered for it."""
