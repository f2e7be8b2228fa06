"""A local text-to-image pipeline: the server's half here, the half that imports torch in `pipeline`."""
