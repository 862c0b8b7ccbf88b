"""Everything that searching a language needs, in one pack per language."""
