"""What is wrong with a collection, or looks wrong: small checks over its records, each finding with a stable code."""
