"""Promotions and coupons in the back office."""
