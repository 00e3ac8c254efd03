"""What surrounds the words of a page: encoding, front matter, dateline, credit, site furniture, its siblings."""
