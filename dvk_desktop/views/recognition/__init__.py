"""Council and decisions (hội đồng, quyết định)."""
