"""Taking the documents out of a RenderPackage, checked against each other."""

from storyreel.film.package import RenderInputs, RenderPackage, open_package
from storyreel.kit.errors import InputError
from storyreel.workflows.stage import JobOrder, Output


def shot_list(order: JobOrder) -> Output:
    """The package's locked shot list."""
    return Output(document=_open(order).shot_list)


def asset_manifest(order: JobOrder) -> Output:
    """The package's needs."""
    return Output(document=_open(order).manifest)


def render_plan(order: JobOrder) -> Output:
    """The package's sources."""
    return Output(document=_open(order).render_plan)


def _open(order: JobOrder) -> RenderInputs:
    def load(reference: str) -> bytes:
        scheme, _, name = reference.partition(":")
        if scheme != "artifact":
            raise InputError(f"The reference {reference!r} is not in the store.")
        return order.path(name).read_bytes()

    return open_package(order.document("package", RenderPackage), load)
