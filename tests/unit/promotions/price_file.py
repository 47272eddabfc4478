"""A store's public price file of our own making: promotions of every reward type, in XML."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

HEAD = "<ChainId>7290000000001</ChainId><SubChainId>001</SubChainId><StoreId>042</StoreId>"
DAYS = {
    "PromotionStartDate": "2026-03-01", "PromotionStartHour": "00:00",
    "PromotionEndDate": "2026-03-31", "PromotionEndHour": "23:59",
}  # fmt: skip


def one(
    number: int, kind: int, items: str | list[str] = "", gifts: tuple[str, ...] = (), /, **fields: str
) -> str:
    """A promotion: its number, reward type, the codes of its items and gifts, and other fields."""
    codes = [items] if isinstance(items, str) else items
    told = {"PromotionId": str(number), "PromotionDescription": f"Offer {number}", "RewardType": str(kind)}
    told |= DAYS | {"MinQty": "1"} | fields
    rows = [(code, "0") for code in codes if code] + [(code, "1") for code in gifts]
    goods = "".join(
        f"<Item><ItemCode>{code}</ItemCode><ItemType>1</ItemType><IsGiftItem>{gift}</IsGiftItem></Item>"
        for code, gift in rows
    )
    texts = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in told.items())
    return f"<Promotion>{texts}<PromotionItems>{goods}</PromotionItems></Promotion>"


def document(*promotions: str) -> str:
    """The whole file."""
    body = f"<Root>{HEAD}<Promotions>{''.join(promotions)}</Promotions></Root>"
    return f"<?xml version='1.0' encoding='utf-8'?>\n{body}"


def write(folder: Path, *promotions: str, name: str = "PromoFull.xml") -> Path:
    """The file on the disk."""
    path = folder / name
    path.write_text(document(*promotions), encoding="utf-8")
    return path
