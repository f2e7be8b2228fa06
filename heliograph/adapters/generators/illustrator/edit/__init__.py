"""Pictures that were given: restyled, recoloured, added to, filled in, or set side by side."""
