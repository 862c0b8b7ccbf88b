"""Read documents in processes of their own, which may fail, hang or swell without harm."""
