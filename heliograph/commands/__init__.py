"""Commands that work on the store, whether a server runs on it or not."""
