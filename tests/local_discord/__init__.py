"""A small Discord on a loopback port: its gateway, and the requests that answering takes.

SimCord takes the place of discord.py's HTTP client and gateway. This stands behind them, so that
what discord.py itself does about rate limits, errors and a lost connection is seen too.
"""
