"""A shop of eight tills and three office stations as real processes on a real PostgreSQL, and what breaks it.

`play.py` makes the shop and forks its stations (`till.py`, `office.py`), each behind a link of its own
(`proxy.py`) to a pair of servers (`cluster.py`); `nemesis.py` breaks all of them; every station writes down
what it was told (`history.py`); afterwards `checks.py` and `books.py` look whether every promise was kept.
"""
