"""The strings of each language but English, for translators to edit."""
