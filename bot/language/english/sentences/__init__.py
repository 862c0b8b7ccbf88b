"""Tell what an English sentence leans on, says of somebody, or answers."""
