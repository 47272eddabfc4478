"""What a published promotion is here, by its reward type, and which cannot be said."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.promotions.drafts import Goods, PromotionDraft, check_draft
from app.promotions.importing.mapping import express
from app.promotions.importing.model import Found, NotExpressibleError, Reason
from app.promotions.importing.reading import OutsideItem, OutsidePromotion, read_promotions
from app.promotions.importing.refusals import (
    NoPromotionsInFileError,
    PromotionFileBrokenError,
    PromotionFileMissingError,
    PromotionFileTooLargeError,
    PromotionFileUnsafeError,
)
from app.promotions.states import PromotionKind, PromotionMode
from tests.unit.promotions.price_file import one, write

FOUND = Found({"111": 1, "222": 2, "333": 3})
K = PromotionKind


def drafts(folder: Path, promotion: str) -> list[PromotionDraft]:
    (outside,) = read_promotions(write(folder, promotion))
    found = [x.draft for x in express(outside, FOUND, 2)]
    for draft in found:
        check_draft(draft)
    return found


def reason(folder: Path, promotion: str) -> Reason:
    with pytest.raises(NotExpressibleError) as caught:
        drafts(folder, promotion)
    return caught.value.reason


@pytest.mark.parametrize(
    ("promotion", "expected"),
    [
        (one(1, 1, "111", DiscountedPrice="4.90"), {"kind": K.PRICE, "amount_minor": 490}),
        (one(1, 1, "111", DiscountedPrice="10", MinQty="3.00"),
         {"kind": K.BUNDLE, "buy_count": 3, "amount_minor": 1000, "most_times": None}),
        (one(1, 1, "111", DiscountedPrice="10", MinQty="2", MaxQty="5"),
         {"kind": K.BUNDLE, "buy_count": 2, "most_times": 2}),
        (one(1, 1, "111", DiscountedPrice="4.90", MaxQty="2"),
         {"kind": K.BUNDLE, "buy_count": 1, "most_times": 2, "amount_minor": 490}),
        (one(1, 1, "111", DiscountedPrice="39.90", IsWeightedPromo="1"), {"kind": K.PRICE}),
        (one(2, 2, "111", DiscountRate="20.00"), {"kind": K.PERCENT, "hundredths": 2000}),
        (one(2, 2, "111", DiscountRate="2000"), {"kind": K.PERCENT, "hundredths": 2000}),
        (one(2, 2, "111", DiscountRate="12.5", MinQty="2"),
         {"kind": K.BUNDLE, "buy_count": 2, "hundredths": 1250}),
        (one(3, 3, "111", DiscountRate="1.50"), {"kind": K.AMOUNT, "amount_minor": 150}),
        (one(3, 3, "111", DiscountedPrice="3"), {"kind": K.PRICE, "amount_minor": 300}),
        (one(4, 4, "0000000000000", MinPurchaseAmnt="100", DiscountRate="10", DiscountType="1"),
         {"kind": K.BASKET, "from_minor": 10_000, "hundredths": 1000, "goods": Goods()}),
        (one(4, 4, "0000000000000", MinPurchaseAmnt="100", DiscountRate="10", DiscountType="0"),
         {"kind": K.BASKET, "from_minor": 10_000, "amount_minor": 1000}),
        (one(6, 6, ["111", "222"], ("333",), DiscountedPrice="0.00", MinQty="2"),
         {"kind": K.BUY_GET, "buy_count": 2, "get_count": 1, "hundredths": 10_000,
          "goods": Goods((1, 2)), "gets": Goods((3,))}),
        (one(6, 6, "111", ("333",), DiscountRate="50", AdditionalGiftCount="2"),
         {"kind": K.BUY_GET, "buy_count": 1, "get_count": 2, "hundredths": 5000}),
        (one(7, 7, "111", MinQty="3"),
         {"kind": K.BUY_GET, "buy_count": 2, "get_count": 1, "hundredths": 10_000, "gets": Goods()}),
        (one(8, 8, "111", MinQty="2", DiscountRate="50"),
         {"kind": K.BUY_GET, "buy_count": 1, "get_count": 1, "hundredths": 5000}),
        (one(8, 8, "111", MinQty="2", DiscountedPrice="12", DiscountedPricePerMida="6"),
         {"kind": K.BUNDLE, "buy_count": 2, "amount_minor": 1200}),
        (one(9, 9, ["111", "222"], MinQty="2", DiscountRate="30", MaxQty="6"),
         {"kind": K.BUY_GET, "hundredths": 3000, "most_times": 3, "goods": Goods((1, 2))}),
        (one(10, 10, ["111", "222", "333"], MinQty="3", DiscountedPrice="10"),
         {"kind": K.BUNDLE, "buy_count": 3, "amount_minor": 1000, "goods": Goods((1, 2, 3))}),
    ],
)  # fmt: skip
def test_each_reward_type_is_a_promotion_of_ours(
    tmp_path: Path, promotion: str, expected: dict[str, Any]
) -> None:
    (draft,) = drafts(tmp_path, promotion)
    assert {name: getattr(draft, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("promotion", "expected"),
    [
        (one(5, 5, "111", DiscountedPrice="4"), Reason.MEMBERS),
        (one(1, 1, "111", DiscountedPrice="4", ClubId="1"), Reason.MEMBERS),
        (one(11, 11, "111"), Reason.KIND_OTHER),
        (one(0, 0, "111"), Reason.KIND_UNKNOWN),
        (one(4, 4, "111", MinPurchaseAmnt="100", DiscountedPrice="1"), Reason.THRESHOLD_GOODS),
        (one(4, 4, "0", DiscountRate="10"), Reason.NO_VALUE),
        (one(4, 4, "0", MinPurchaseAmnt="100", DiscountType="0"), Reason.NO_VALUE),
        (one(6, 6, "111", ("333",), DiscountedPrice="2"), Reason.GIFT_PRICE),
        (one(6, 6, "111"), Reason.GIFT_MISSING),
        (one(6, 6, "111", ("333",)), Reason.NO_VALUE),
        (one(3, 3, "111", DiscountRate="3", MinQty="2"), Reason.AMOUNT_OFF_SEVERAL),
        (one(1, 1, "111", DiscountedPrice="3", MinQty="0.5"), Reason.WEIGHED_QUANTITY),
        (one(1, 1, "111", DiscountedPrice="3", MinQty="2", IsWeightedPromo="1"), Reason.WEIGHED_QUANTITY),
        (one(8, 8, "111", MinQty="2", DiscountedPrice="12"), Reason.SECOND_PRICE),
        (one(7, 7, "111", MinQty="1"), Reason.NUMBER),
        (one(7, 7, "111", MinQty="3", MaxQty="2"), Reason.NUMBER),
        (one(1, 1, "111", DiscountedPrice="3", MinQty="3", MaxQty="2"), Reason.NUMBER),
        (one(2, 2, "111", DiscountRate="0.20"), Reason.NUMBER),
        (one(2, 2, "111", DiscountRate="20000"), Reason.NUMBER),
        (one(2, 2, "111", DiscountRate="twenty"), Reason.NUMBER),
        (one(1, 1, "111", DiscountedPrice="3.333"), Reason.NUMBER),
        (one(1, 1, "111", DiscountedPrice="-3"), Reason.NUMBER),
        (one(2, 2, "111"), Reason.NO_VALUE),
        (one(1, 1, "999", DiscountedPrice="3"), Reason.GOODS_UNKNOWN),
        (one(1, 1, DiscountedPrice="3"), Reason.GOODS_NONE),
        (one(1, 1, "111", DiscountedPrice="3", PromotionEndDate="2026-02-01"), Reason.DATES),
        (one(1, 1, "111", DiscountedPrice="3", PromotionEndDate="soon"), Reason.DATES),
    ],
)
def test_what_cannot_be_said_is_listed_with_its_reason(
    tmp_path: Path, promotion: str, expected: Reason
) -> None:
    assert reason(tmp_path, promotion) is expected


def test_the_second_of_the_same_counts_for_each_product_by_itself(tmp_path: Path) -> None:
    (outside,) = read_promotions(write(tmp_path, one(7, 7, ["111", "222", "999"], MinQty="2")))
    found = express(outside, FOUND, 2)
    assert [x.draft.goods for x in found] == [Goods((1,)), Goods((2,))]
    assert [x.key for x in found] == ["7290000000001/042/7#1", "7290000000001/042/7#2"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (date(2026, 3, 1), date(2026, 3, 31), 0, 1440)),
        ({"PromotionEndHour": "00:00"}, (date(2026, 3, 1), date(2026, 3, 30), 0, 1440)),
        ({"PromotionStartHour": "07:00", "PromotionEndHour": "20:00"},
         (date(2026, 3, 1), date(2026, 3, 31), 0, 1440)),
        ({"PromotionEndDate": "2026-03-01", "PromotionStartHour": "16:00", "PromotionEndHour": "18:30:00"},
         (date(2026, 3, 1), date(2026, 3, 1), 960, 1110)),
        ({"PromotionStartDateTime": "2026-03-02T00:00:00", "PromotionEndDateTime": "2026-03-05T23:59:59"},
         (date(2026, 3, 2), date(2026, 3, 5), 0, 1440)),
        ({"PromotionEndDate": "2099/12/31"}, (date(2026, 3, 1), None, 0, 1440)),
    ],
)  # fmt: skip
def test_days_and_hours_are_those_of_the_file(
    tmp_path: Path, fields: dict[str, str], expected: tuple[Any, ...]
) -> None:
    (draft,) = drafts(tmp_path, one(1, 1, "111", DiscountedPrice="3", **fields))
    assert (draft.first_day, draft.last_day, draft.from_minute, draft.to_minute) == expected


def test_coupons_and_stacking_are_taken_over(tmp_path: Path) -> None:
    (draft,) = drafts(
        tmp_path,
        one(1, 1, "111", DiscountedPrice="3", AdditionalIsCoupon="1", AllowMultipleDiscounts="1"),
    )
    assert draft.by_coupon
    assert draft.mode is PromotionMode.COMPOUND


# --- how files are laid out ---


def test_rows_of_one_promotion_are_one_and_tags_may_be_in_any_case(tmp_path: Path) -> None:
    row = (
        "<Sale><PROMOTIONID>5</PROMOTIONID><RewardType>1</RewardType><ItemCode>{}</ItemCode>"
        "<IsGiftItem>0</IsGiftItem><DiscountedPrice>5</DiscountedPrice></Sale>"
    )
    path = tmp_path / "promo.xml.gz"
    rows = row.format("111") + row.format("222") + row.format("111")
    path.write_bytes(
        gzip.compress(
            f"<Promos><ChainID>9</ChainID><StoreID>3</StoreID><Sales>{rows}</Sales></Promos>".encode()
        )
    )
    (found,) = read_promotions(path)
    assert (found.key, [item.code for item in found.items]) == ("9/3/5", ["111", "222"])


def test_groups_of_goods_with_rules_of_their_own_are_not_made_one(tmp_path: Path) -> None:
    group = (
        "<Group><MinQty>{}</MinQty><PromotionItems><PromotionItem><ItemCode>{}</ItemCode></PromotionItem>"
        "</PromotionItems></Group>"
    )
    path = tmp_path / "promo.xml"
    for least, same in (("1", True), ("2", False)):
        groups = group.format("1", "111") + group.format(least, "222")
        path.write_text(
            "<R><Promotion><PromotionId>1</PromotionId><RewardType>1</RewardType><DiscountedPrice>3"
            "</DiscountedPrice><PromotionStartDate>2026-03-01</PromotionStartDate><PromotionEndDate>2026-03-02"
            f"</PromotionEndDate><Groups>{groups}</Groups></Promotion></R>"
        )
        (outside,) = read_promotions(path)
        assert [item.code for item in outside.items] == ["111", "222"]
        if same:
            assert express(outside, FOUND, 2)[0].draft.goods == Goods((1, 2))
        else:
            with pytest.raises(NotExpressibleError) as caught:
                express(outside, FOUND, 2)
            assert caught.value.reason is Reason.GROUPS


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", PromotionFileUnsafeError),
        (b"<a>" * 50 + b"</a>" * 50, PromotionFileUnsafeError),
        (b"<a><b></a>", PromotionFileBrokenError),
        (b"not xml", PromotionFileBrokenError),
        (b"", PromotionFileBrokenError),
        (gzip.compress(b"<a>" + bytes(str(list(range(9999))), "ascii") + b"</a>")[:-900],
         PromotionFileBrokenError),
        (b"<a><b>1</b></a>", NoPromotionsInFileError),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_refused_in_words(
    tmp_path: Path, content: bytes, refusal: type[Exception]
) -> None:
    path = tmp_path / "x.xml"
    path.write_bytes(content)
    with pytest.raises(refusal):
        read_promotions(path)


def test_no_file_and_one_that_unpacks_without_end_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(PromotionFileMissingError):
        read_promotions(tmp_path / "none.xml")
    monkeypatch.setattr("app.promotions.importing.reading.MOST_BYTES", 100_000)
    path = tmp_path / "bomb.xml.gz"
    path.write_bytes(gzip.compress(b"<a>" + b" " * 1_000_000 + b"</a>"))
    with pytest.raises(PromotionFileTooLargeError):
        read_promotions(path)


_FIELDS = (
    "rewardtype", "minqty", "maxqty", "discountedprice", "discountrate", "discounttype", "clubid",
    "minpurchaseamnt", "discountedpricepermida", "isweightedpromo", "additionalgiftcount", "promotionenddate",
    "promotionstartdate", "promotionendhour", "promotiondescription",
)  # fmt: skip
_TEXTS = st.text(max_size=8) | st.sampled_from([
    "0", "1", "2", "3", "4", "6", "7", "8", "9", "10", "0.00", "5.00", "20", "1e9", "NaN", "-1", "99999999",
    "2026-03-01", "2026-03-09", "00:00", "23:59",
])  # fmt: skip


@given(
    st.fixed_dictionaries({}, optional=dict.fromkeys(_FIELDS, _TEXTS)),
    st.lists(st.tuples(st.sampled_from(["111", "222", "0", "x"]), st.booleans()), max_size=4),
)
def test_whatever_a_file_says_it_is_a_promotion_or_has_a_reason(
    fields: dict[str, str], items: list[tuple[str, bool]]
) -> None:
    outside = OutsidePromotion("k", fields, [OutsideItem(code, gift) for code, gift in items])
    try:
        found = express(outside, FOUND, 2)
    except NotExpressibleError:
        return
    assert found
    assert all(0 <= x.draft.hundredths <= 10_000 and x.draft.amount_minor >= 0 for x in found)
