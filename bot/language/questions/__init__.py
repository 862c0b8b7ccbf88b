"""Recognise what a question asks for, in any language."""
