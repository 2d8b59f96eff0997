"""What outlasts a run: databases that are opened by path, SQLite through SQLAlchemy."""
