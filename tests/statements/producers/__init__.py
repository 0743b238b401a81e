"""Ways to a PDF that have nothing in common but the sheet they are given."""
