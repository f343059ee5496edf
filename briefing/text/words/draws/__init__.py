"""What is said of draws: what the answer does where figures are not known well."""
