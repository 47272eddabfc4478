"""The encryption of what goes over the network: certificates are always checked."""

from __future__ import annotations

import ssl


def tls_context(own_certificate: str = "") -> ssl.SSLContext:
    """TLS 1.2 or newer; trusts the system's authorities, and one of the shop's own where its PEM is given."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if own_certificate:
        context.load_verify_locations(cadata=own_certificate)
    return context
