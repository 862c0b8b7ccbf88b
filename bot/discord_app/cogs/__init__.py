"""The commands: each parses, asks the library, and hands the result to an embed function."""
