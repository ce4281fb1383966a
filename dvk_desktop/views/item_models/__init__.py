"""Qt models of records for tables and trees."""
