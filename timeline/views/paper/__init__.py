"""Pictures made for paper and screens: vectors from the values that the terminal's pictures are drawn from."""
