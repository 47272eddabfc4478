"""Why a file as a whole is not taken. What is wrong with one line is a LineError, not a refusal."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class FileMissingError(Refusal):
    """No such file."""

    message = "The file {path} is not there or cannot be read. Choose another one."


class FileKindError(Refusal):
    """Neither CSV nor XLSX."""

    message = "{name} is neither a CSV nor an XLSX file. Save it as one of them and try again."


class FileEmptyError(Refusal):
    """Nothing to import."""

    message = "{name} has no lines below its header. Nothing was imported."


class FileBrokenError(Refusal):
    """It cannot be read to its end."""

    message = (
        "{name} cannot be read at line {line}: {reason}. Lines before it may be in; nothing after it is."
    )


class ColumnsUnknownError(Refusal):
    """No column that says what the goods are called."""

    message = (
        "{name} has no column for the {missing}. Its columns are: {found}. "
        "Rename one, or choose a profile that fits the file."
    )


class NoSuchProfileError(Refusal):
    """A profile that is not there."""

    message = "There is no import profile {name}. Profiles: {known}."


class ProfileBrokenError(Refusal):
    """A profile that cannot be read."""

    message = "The import profile {name} cannot be used: {reason}."


class NoPriceListError(Refusal):
    """No list to put the prices into."""

    message = "There is no price list in {currency} {tax}. Make one first, or choose a list."


class PriceTaxError(Refusal):
    """Prices with tax for a list without, or the other way round."""

    message = "The file's prices are {file}, but the price list {list} is {other}. Choose another price list."


class NoTaxClassError(Refusal):
    """Nothing to tax goods by."""

    message = "There is no tax class {code}. Tax classes here: {known}."


class ImportStoppedError(Refusal):
    """It broke off between two batches."""

    message = (
        "The import stopped after line {line}: {reason} "
        "What came before is in. Import the file again to go on; nothing is doubled."
    )
