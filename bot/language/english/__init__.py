"""The language pack of English, and the rules for English that it is made of."""
