"""Read documents in separate processes, which may fail, hang or run out of memory safely."""
