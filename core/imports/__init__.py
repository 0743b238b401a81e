"""From files to the ledger: what is read becomes a plan, the plan one transaction."""
