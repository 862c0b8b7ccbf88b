"""The sources of servers: files, texts, links and feeds, which are read, stored and refreshed."""
