"""Factur-X: our own PDF of the invoice as PDF/A-3, with the XML inside it.

The letter is drawn with embedded typefaces only, so what it lacks is the colour profile its colours are
meant in and what `factur-x` adds: the attachment, and the metadata that say what it is.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Any, Final

_PROFILE: Final = "sRGB IEC61966-2.1"


def hybrid_pdf(pdf: bytes, xml: bytes) -> bytes:
    """The letter with the invoice inside (profile EN 16931, PDF/A-3b).

    Args:
        pdf: the letter, all its typefaces embedded.
        xml: the same invoice as CII.
    """
    from facturx import generate_from_binary

    made = generate_from_binary(
        with_profile(pdf), xml, flavor="factur-x", level="en16931", check_xsd=False,
        check_schematron=False, afrelationship="alternative",
    )  # fmt: skip
    return bytes(made)


def with_profile(pdf: bytes) -> bytes:
    """The PDF with the colours of its output said to be sRGB, and without what PDF/A forbids."""
    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        profile: Any = document.make_stream(_srgb())
        profile.N = 3
        document.Root.OutputIntents = pikepdf.Array([
            pikepdf.Dictionary(
                Type=pikepdf.Name.OutputIntent, S=pikepdf.Name.GTS_PDFA1,
                OutputConditionIdentifier=_PROFILE, Info=_PROFILE, DestOutputProfile=profile,
            )
        ])  # fmt: skip
        for page in document.pages:
            if "/Trans" in page:
                del page["/Trans"]
        document.save(out, deterministic_id=True)
    return out.getvalue()


@lru_cache(maxsize=1)
def _srgb() -> bytes:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
