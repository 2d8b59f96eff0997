"""The second opinion on events: sentences of our own, and the classifier trained on them."""
