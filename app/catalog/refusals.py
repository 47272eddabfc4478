"""Why the catalogue says no."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class ProductFieldError(Refusal):
    """A field that must be filled."""

    message = "Enter a {field} for the product."


class SkuTakenError(Refusal):
    """Two products of one number."""

    message = "The number {sku} belongs to “{name}” already. Choose another one."


class CodeTakenError(Refusal):
    """Two products of one barcode."""

    message = "The barcode {code} belongs to “{name}” already. Take it off there first."


class CodeTwiceError(Refusal):
    """The same barcode twice on one product."""

    message = "The barcode {code} is entered twice."


class NoSuchProductError(Refusal):
    """The product is not there."""

    message = "That product is not there any more. Reload the list."


class NoSuchCategoryError(Refusal):
    """The category is not there."""

    message = "That category is not there any more. Choose another one."


class NoSuchTaxClassError(Refusal):
    """The tax class is not there."""

    message = "That tax class is not there any more. Choose another one."


class NoSuchPackagingError(Refusal):
    """A barcode or price of a packaging that the product does not have."""

    message = "The product has no packaging “{name}”. Add it first."


class PackagingQuantityError(Refusal):
    """A packaging of nothing, or of too much."""

    message = "A packaging holds more than 0 and at most {limit} units. Enter its quantity again."


class PackagingTwiceError(Refusal):
    """Two packagings of one name."""

    message = "The packaging “{name}” is entered twice."


class AgeError(Refusal):
    """No age."""

    message = "An age limit is from 0 to 99 years."


class CategoryTakenError(Refusal):
    """Two categories of one name."""

    message = "There is a category “{name}” already."


class CategoryNameError(Refusal):
    """A category without a name."""

    message = "Enter a name for the category."


class CategoryInUseError(Refusal):
    """A category that still has products."""

    message = "“{name}” still has products. Move them to another category first."


class BulkPriceError(Refusal):
    """A change of prices that would make one negative or absurd."""

    message = "The price of “{name}” would become {price}. Nothing was changed; choose a smaller change."


class NothingToChangeError(Refusal):
    """A bulk edit without a change, or without products."""

    message = "Choose products and what shall change. Nothing was changed."


class PartItselfError(Refusal):
    """A product made of itself, at once or by what it is made of."""

    message = "“{name}” would be made of itself. Take it off the parts."


class PartKindError(Refusal):
    """A kit, a template or nothing known as a part."""

    message = "“{name}” cannot be a part: it is a kit or a template. Choose what lies on the shelf."


class PartTwiceError(Refusal):
    """The same part in two lines."""

    message = "“{name}” stands among the parts twice. Enter it once with its whole quantity."


class PartQuantityError(Refusal):
    """A part of nothing, or of too much."""

    message = "Of each part there is more than 0 and at most {limit}. Enter the quantity of “{name}” again."


class KitPartsError(Refusal):
    """A kit that nothing is in."""

    message = "“{name}” is a kit: say what is in it."


class TemplatePartsError(Refusal):
    """A template is not made; its variants are."""

    message = "“{name}” is a template. Say of its variants what they are made of."


class NotATemplateError(Refusal):
    """Variants of a product that has none."""

    message = "“{name}” is no template. Choose the kind “Template with variants” first."


class AxesError(Refusal):
    """None, or too many."""

    message = "A template has one to three attributes, each with a name of its own and at least one value."


class ValueTwiceError(Refusal):
    """The same value twice on one attribute."""

    message = "“{value}” stands twice under “{axis}”."


class ValueInUseError(Refusal):
    """A value that variants have."""

    message = "Variants of “{value}” are there. Take them out of use instead of the value."


class AxisInUseError(Refusal):
    """Another number of attributes while variants are there."""

    message = "“{name}” has variants already. Their attributes can be renamed, not added or taken away."


class TooManyVariantsError(Refusal):
    """More than anybody would want to look at."""

    message = "That would be {count} variants. At most {limit} are made at once."


class NoSuchValueError(Refusal):
    """A value that is not on the template any more."""

    message = "The values were changed meanwhile. Reload the template."
