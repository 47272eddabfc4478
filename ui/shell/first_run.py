"""What is shown instead of the shop: the steps of a first start, or why it could not be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.shell.start_page import RefusalPage

if TYPE_CHECKING:
    from ui.founding.founding_page import FoundingPage
    from ui.shell.startup import WindowOptions

    Instead = RefusalPage | FoundingPage  # of the shop


def page_for(error: Exception, sentence: str, options: WindowOptions) -> Instead:
    """The first start's page where the database is empty and may be filled; else the sentence."""
    from app.organisation.queries import NoCompanyError  # needed only where the shop did not open

    if not isinstance(error, NoCompanyError) or options.begin_shop is None:
        return RefusalPage(sentence)
    from ui.founding.founding_page import FoundingPage

    return FoundingPage(options.begin_shop, options.language)
