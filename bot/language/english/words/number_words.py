"""The English words for small numbers."""

UP_TO_TWELVE = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
"""The numbers that have words of their own, as alternatives of a regular expression."""
