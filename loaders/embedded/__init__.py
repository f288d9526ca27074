"""The embedded engine: ArcadeDB inside this process, on a cached copy of the tables. No server."""
