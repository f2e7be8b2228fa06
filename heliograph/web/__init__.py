"""HTTP in: routes, keys, the envelope, the links."""
