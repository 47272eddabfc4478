"""Why a promotion or a coupon is not taken."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class NoSuchPromotionError(Refusal):
    """The promotion is not there."""

    message = "That promotion is not there any more. Reload and try again."


class UnknownCouponError(Refusal):
    """No coupon of that code."""

    message = "There is no coupon {code}. Check the code."


class CouponBlockedError(Refusal):
    """It was blocked."""

    message = "The coupon {code} was blocked. It cannot be used."


class CouponUsedUpError(Refusal):
    """It was used as often as it may be."""

    message = "The coupon {code} was used already. Take it off the sale."


class CouponOfAnotherError(Refusal):
    """It belongs to another customer."""

    message = "The coupon {code} belongs to one customer. Choose that customer first."


class CouponTakenError(Refusal):
    """Two coupons of one code."""

    message = "There is a coupon {code} already. Choose another code."


class CouponCodeError(Refusal):
    """No code, or a strange one."""

    message = "A coupon's code has 3 to 40 letters, digits or hyphens. Enter it again."


class CouponCountError(Refusal):
    """None, or too many."""

    message = "Between 1 and 10,000 coupons can be made at once, each used from 1 time on."
