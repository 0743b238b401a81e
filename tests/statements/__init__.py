"""Invented statements, made anew for every test, and what they truly say: the reader of `core.statements` is held against them."""
