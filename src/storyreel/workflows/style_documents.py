"""What the jobs of style and people do."""

from storyreel.assets.cast import make_packs
from storyreel.film.brand.model import Brand, BrandColors
from storyreel.film.model import Packs, ShotPlan
from storyreel.film.people import members_of
from storyreel.film.styling import film_style
from storyreel.kit.project import Project
from storyreel.sound.model import Cast
from storyreel.story.model import Script
from storyreel.workflows.stage import JobOrder, Output


def style(order: JobOrder) -> Output:
    """Look and palette of the film."""
    colors = order.params["colors"]
    brand = Brand(name="", colors=BrandColors.model_validate(colors) if colors else None)
    project = Project(**order.params["project"])
    made = film_style(order.document("plan", ShotPlan), project, order.params["look"], brand)
    return Output(document=made, decisions=made.decisions)


def packs(order: JobOrder) -> Output:
    """A pack for everybody who has a name; whoever had one keeps it."""
    known = order.document("packs", Packs).packs if "packs" in order.job.inputs else ()
    script, voices = order.document("script", Script), order.document("cast", Cast).voices
    made = make_packs(members_of(script, voices), known)
    seen = {pack.id for pack in made}
    kept = tuple(pack for pack in known if pack.id not in seen)
    decisions = tuple(decision for pack in made for decision in pack.decisions)
    return Output(document=Packs(packs=(*made, *kept)), decisions=decisions)
