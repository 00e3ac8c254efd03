"""Calls, tokens, times and memory of the product, measured on a model of fixed latency that runs here."""
