"""The servers' own articles, joined with those that all servers share."""
