"""Care for the record: is it as it was written, a backup a day, and the way back from a damaged file."""
