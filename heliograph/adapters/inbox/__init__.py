"""The other end of callbacks to an inbox of this server: in this process, and not on any network."""
