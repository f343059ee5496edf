"""What a field may hold: amounts, ratios, ids, selectors, texts."""
