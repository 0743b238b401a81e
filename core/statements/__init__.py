"""Statements: what a worker already holds, read from files."""
