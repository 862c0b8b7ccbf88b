"""Look up people and organisations by name, as people type names."""
