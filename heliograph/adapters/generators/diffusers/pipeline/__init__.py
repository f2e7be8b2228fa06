"""What runs in the pipeline's own process, and alone imports torch: `python -m` this package."""
