"""Turn text into word forms and stems, in any script."""
