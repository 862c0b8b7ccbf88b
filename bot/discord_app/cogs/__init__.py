"""The commands: each parses its options, queries the library, and sends the response."""
