"""What pictures are given before they are kept: notes on how they came about, and a signature."""
