"""Quality and speed of dragoman, measured against pinned floors."""
