"""The stores in PostgreSQL, for several processes that serve one bot."""
