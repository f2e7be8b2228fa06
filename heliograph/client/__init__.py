"""For people who talk to the API from Python."""
