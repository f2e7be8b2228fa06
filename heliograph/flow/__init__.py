"""The way of a task, one verb per file; the order of the listing is the order of the way."""
