"""Pages of the corpus, mutated: whatever is done to a page, no figure is shown that the mutated page does not say (docs/fuzzing.md)."""
