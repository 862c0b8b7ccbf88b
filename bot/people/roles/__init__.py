"""What a text says a person is: “Foreign Minister X”, “X, the coach”."""
