"""What the record means: pure functions of readings, statements and months. Nothing here asks the ledger or words a sentence."""
