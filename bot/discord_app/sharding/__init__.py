"""The shards that this process serves, and how they pass between processes."""
