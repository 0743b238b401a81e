"""Taking it away: the person's own record in the formats of other programs. Nothing here asks the ledger or prints."""
