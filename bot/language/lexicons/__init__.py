"""The words of each language but English.

The stop words follow Snowball's lists (BSD-3-Clause) where there is one, less what is a word of
news as well; question words are added.
"""
