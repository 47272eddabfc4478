"""Promotions: price reductions that come by themselves, or by a coupon."""
