"""Review in a spreadsheet: what is shown in its rows, and what the answers in them mean. Knows rows, not files."""
