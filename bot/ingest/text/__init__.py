"""An article's text: its lines, paragraphs and sentences, and what is cleaned out of it."""
