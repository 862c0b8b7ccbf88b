"""The commands: each reads its options, asks the library, and sends what is laid out."""
