"""The way of a task, one verb per file, in the order of the listing."""
