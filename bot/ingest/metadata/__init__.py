"""What a document says of itself: headline, author, date, source and id."""
