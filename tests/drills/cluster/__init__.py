"""Drills of several processes that serve one bot, over PostgreSQL and a Discord of 16 shards."""
