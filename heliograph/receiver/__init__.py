"""For people who receive callbacks in Python."""
