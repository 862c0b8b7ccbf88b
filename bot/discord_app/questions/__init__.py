"""Answer questions, however they are asked: which message, what before it, what is said."""
