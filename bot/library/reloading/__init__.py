"""Keep a library current: load it, reload it, and find out the rest in the background."""
