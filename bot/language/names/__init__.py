"""The words around people's names in the languages whose people can be listed."""
