"""Alembic migrations; `product-importer migrate` runs them."""
