"""Tell the sentences that answer nothing from prose, in any language."""
