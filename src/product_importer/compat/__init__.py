"""Other spellings of the API: one table of them, and the shapes in which they answer."""
