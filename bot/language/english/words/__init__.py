"""English words that say more than others: in names, roles, units and irregular forms."""
