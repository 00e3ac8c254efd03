"""The judgements that code makes on the claims of a story: clashes, proposals, origins, the linter. Pure functions."""
