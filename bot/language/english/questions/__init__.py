"""Recognise what an English question asks for, and what it means after another."""
