"""What is said about plug-ins."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class NoSuchPluginError(Refusal):
    """No file and no package of that name."""

    message = (
        "There is no plug-in “{name}”. Put its file into the folder “plugins” of the data, "
        "or install its package."
    )


class PluginChangedError(Refusal):
    """The file is another than the one that was looked at."""

    message = "The plug-in “{name}” changed since it was looked at. Look at it again, then turn it on."


class PluginFailedError(Refusal):
    """Its code raised, or gave what it must not give."""

    message = "The plug-in “{name}” failed ({detail}). Nothing was changed. Turn it off or ask who made it."


class NoSuchOfferError(Refusal):
    """No plug-in that is on adds it."""

    message = "No plug-in that is turned on adds “{name}”. See the settings, Plug-ins."
