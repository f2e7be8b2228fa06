"""Opening images that anybody may have made."""
