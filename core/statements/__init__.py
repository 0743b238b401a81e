"""Statements: what the worker already holds (RSJHT, saved pages, SMS, own lists), read into one kind of value."""
