"""Helpers for people who work on Tandem. The application imports none of them.

serve: what `make run` does. browser: finds a browser for the tests. postgres: the tests on PostgreSQL.
screenshots: a picture of every screen, of the app that showcase fills with people and serves.
"""
