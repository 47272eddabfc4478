"""Why a file of promotions as a whole is not taken. Why one promotion is not is a `Reason` of its own."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class PromotionFileMissingError(Refusal):
    """No such file."""

    message = "The file {path} is not there or cannot be read. Choose another one."


class PromotionFileTooLargeError(Refusal):
    """A small file that unpacks to more than any store has is a trap."""

    message = "{name} holds more than {limit} megabytes. No store's promotions are that long; it is not read."


class PromotionFileUnsafeError(Refusal):
    """A DOCTYPE could make the reader fetch files or fill the memory."""

    message = "{name} contains a DOCTYPE, which no price file has. It is not read; do not open it."


class PromotionFileBrokenError(Refusal):
    """It cannot be read to its end."""

    message = "{name} cannot be read at line {line}: {reason}. Nothing was imported; get the file again."


class NoPromotionsInFileError(Refusal):
    """XML, but of something else."""

    message = "{name} has no promotions with a PromotionId. Choose a store's file of promotions."
