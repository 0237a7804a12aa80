"""A film that searches: from a source's answer to credits, rights, a leave to publish, and why."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest

from storyreel.assets.model import FoundPicture, Picture
from storyreel.kit.decision import scored_again
from storyreel.kit.errors import InputError
from storyreel.kit.project import Project
from storyreel.providers.fake_server import Answer, FakePhoto
from storyreel.providers.library import fake as library
from storyreel.providers.wikimedia.fake import FakeWikimedia
from storyreel.wiring.make import Source, Wish, create_run
from storyreel.wiring.search import SearchWish, prepare_search
from storyreel.wiring.studio import Studio, open_studio
from storyreel.wiring.voice import prepare_voice
from storyreel.workflows.film_search import SEARCH_STAGES, found_jobs
from storyreel.workflows.keep import DECIDED
from storyreel.workflows.model import Run
from storyreel.workflows.rights import allow, rights_of_run, rights_report
from storyreel.workflows.view import StoredRunView
from storyreel.workflows.why import all_decisions, sentence, why
from tests.providers.stand_ins import settings_for
from tests.workflows import film_case

TEXT = "Gulls cried over the harbour.\n\nThe old engine stood still."
GULLS = FakePhoto(11, "Gulls over a harbour", ("gull", "harbour"), "Ada Person", "by-sa 4.0")
ENGINE = FakePhoto(7, "An old engine", ("engine", "harbour"), "", "")


@dataclass
class Case:
    """A film that was made with a search, and the fakes that it asked."""

    studio: Studio
    run: Run
    out: Path
    wikimedia: FakeWikimedia


def queue(studio: Studio, out: Path) -> Run:
    wish = Wish(
        source=Source("gulls.txt", TEXT.encode()),
        title="Gulls",
        out=out,
        film_format="youtube",
        profile="preview_local",
        voice="narrator",
        assets=None,
        project=Project(id="gulls", title="gulls"),
        search=SearchWish(("wikimedia", "library")),
    )
    # A voice that nothing has to be fetched for.
    offline = studio.settings.model_copy(update={"offline": True})
    return create_run(studio, wish, prepare_voice(offline, lambda *_: None))


@pytest.fixture(scope="module")
def case(
    fresh_database: Callable[[], AbstractContextManager[str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Case]:
    home = tmp_path_factory.mktemp("searching")
    library.fill(home / "library", (ENGINE,))
    with fresh_database() as url, FakeWikimedia((GULLS,)) as wikimedia:
        settings = settings_for(home, {"wikimedia": wikimedia.url}, database_url=url)
        with open_studio(settings) as studio:
            run = film_case.finish(studio, queue(studio, home / "out"))
            assert run.status == "done", run.error
            yield Case(studio, run, home / "out", wikimedia)


def picture(case: Case, words: str) -> tuple[str, Picture, FoundPicture]:
    """The picture of the shot whose words begin so, and what the search brought for it."""
    view = StoredRunView(case.run, case.studio.records)
    for item in view.results("found"):
        found = view.document(FoundPicture, "found", item)
        if words in found.query:
            return item, view.document(Picture, "picture", item), found
    raise AssertionError(f"nothing was searched for {words}")


def test_a_found_picture_is_shown_with_the_licence_it_came_with(case: Case) -> None:
    _, shown, found = picture(case, "gulls")
    assert (shown.origin, found.source) == ("found", "wikimedia")
    assert shown.rights.license_type == "CC-BY-SA-4.0"
    (part,) = shown.ingredients
    assert found.media is not None
    assert part.sha256 == found.media.sha256
    row = case.studio.records.registry.artifact("default", part.sha256)
    assert row is not None
    assert (row.origin, row.rights["license_type"]) == ("external", "CC-BY-SA-4.0")


def test_the_summary_counts_what_came_from_outside_and_says_what_may_not_be_published(case: Case) -> None:
    summary = json.loads((case.out / "run_summary.json").read_text())
    assert summary["origin"]["external"] == 2
    assert summary["blocked_for_publish"] is True
    assert any("no known licence" in flag for flag in summary["flags"])


def test_credits_name_whoever_is_to_be_named(case: Case) -> None:
    page = (case.out / "CREDITS.md").read_text()
    assert "Ada Person, via Wikimedia Commons (CC BY-SA 4.0)" in page
    assert "## Not to be published" in page
    assert "An old engine" in page


def test_rights_list_every_ingredient(case: Case) -> None:
    rights = rights_of_run(case.studio.records, case.run)
    kinds = {part.kind for part in rights.used}
    assert {"picture", "ingredient", "voice", "music"} <= kinds
    assert any(part.name == "Fraunces and Inter" for part in rights.used)
    assert [part.rights.license_type for part in rights.blocked] == ["unknown"]
    assert rights_report(rights)["blocked_for_publish"]


def test_every_score_of_the_film_can_be_computed_again(case: Case) -> None:
    decisions = all_decisions(case.studio.records, case.run)
    questions = {decision.question for decision in decisions}
    assert {"found picture", "picture source", "voice", "palette", "framing", "transition"} <= questions
    for decision in decisions:
        again = scored_again(decision)
        assert again == {choice.name: choice.score for choice in decision.choices}, decision.about
        assert decision.chosen.score == max(again.values())


def test_why_answers_with_the_alternatives(case: Case) -> None:
    item, _, _ = picture(case, "gulls")
    told = [sentence(decision) for decision in why(case.studio.records, case.run, item)]
    assert any("found picture is wikimedia:11" in text and "not drawn (0.6)" in text for text in told)
    assert any("picture source is “Gulls over a harbour” (wikimedia)" in text for text in told)
    assert any(text.startswith("voice:narrator: voice is narrator") for text in told)
    assert any(text.startswith(f"shot:{item}: framing is") for text in told)
    (cut,) = why(case.studio.records, case.run, f"cut:{item}")
    assert cut.question == "transition"
    assert why(case.studio.records, case.run, "film")
    with pytest.raises(InputError, match="nothing about 'zeppelin'") as caught:
        why(case.studio.records, case.run, "zeppelin")
    assert "voice:narrator" in caught.value.next_step


def test_the_second_run_asks_nobody_and_still_knows_why(case: Case) -> None:
    asked = len(case.wikimedia.asked)
    case.wikimedia.trouble.extend([Answer(status=500)] * 9)
    again = film_case.finish(case.studio, queue(case.studio, case.out.parent / "again"))
    case.wikimedia.trouble.clear()
    assert again.status == "done"
    assert len(case.wikimedia.asked) == asked
    records = case.studio.records
    assert film_case.made_by(case.studio, again) == film_case.made_by(case.studio, case.run)
    decided = [p for p in records.ledger.chain("default", "gulls", DECIDED) if p.body["run"] == again.id]
    # A voice is kept where it was chosen before; all else came from the store with its first reasons.
    assert {packet.actor for packet in decided} <= {"stage:cast"}
    item, _, _ = picture(case, "gulls")
    assert why(records, again, item) == why(records, case.run, item)


def test_a_leave_names_a_person_and_a_reason_and_holds_for_these_bytes_only(case: Case) -> None:
    records = case.studio.records
    item, _, found = picture(case, "engine")
    with pytest.raises(InputError, match="reason is empty"):
        allow(records, case.run, item, by="A. Person", reason=" ")
    with pytest.raises(InputError, match="Nothing called"):
        allow(records, case.run, picture(case, "gulls")[0], by="A. Person", reason="asked")
    (body,) = allow(records, case.run, item, by="A. Person", reason="bought, invoice 12")
    assert found.media is not None
    assert (body["sha256"], body["licence"]) == (found.media.sha256, "unknown")
    rights = rights_of_run(records, case.run)
    assert rights.publishable
    assert rights.overrides == (body,)
    packet = records.ledger.chain("default", "gulls", "rights_override")[-1]
    assert (packet.actor, packet.artifacts) == ("A. Person", (found.media.sha256,))
    with pytest.raises(InputError, match="Nothing called"):
        allow(records, case.run, item, by="A. Person", reason="again")


def test_nothing_is_searched_unless_the_author_asks(case: Case) -> None:
    needs = StoredRunView(case.run, case.studio.records)
    from storyreel.assets.folder import AuthorFolder
    from storyreel.film.model import AssetManifest

    wanted = needs.document(AssetManifest, "asset_manifest").backgrounds
    options = {key: value for key, value in needs.options.items() if key != "search"}
    assert found_jobs(wanted, options, AuthorFolder(())) == []
    jobs = found_jobs(wanted, needs.options, AuthorFolder(()))
    assert [job.item for job in jobs] == list(needs.results("found"))
    assert {SEARCH_STAGES["found"].key(job) for job in jobs}
    moved = [need.model_copy(update={"position": need.position + 3, "movement": "still"}) for need in wanted]
    assert found_jobs(moved, needs.options, AuthorFolder(())) == jobs


def test_sources_come_from_the_command_or_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STORYREEL_WEIGHTS", raising=False)
    settings = settings_for(tmp_path, {}, offline=True)
    plain, show = Project(id="x"), lambda *_: None
    assert prepare_search(None, plain, settings, show).sources == ()
    chosen = prepare_search("library", plain, settings, show)
    assert (chosen.sources, chosen.method) == (("library",), "stems")
    assert "equal words" in chosen.notes[0]
    named = prepare_search(None, Project(id="x", search=("wikimedia", "library")), settings, show)
    assert named.sources == ("library",)
    assert "wikimedia is not searched: the studio is offline" in named.notes[0]
    with pytest.raises(InputError, match="offline"):
        prepare_search("wikimedia", plain, settings, show)
    with pytest.raises(InputError, match="no picture source 'flickr'"):
        prepare_search(None, Project(id="x", search=("flickr",)), settings, show)
    assert prepare_search("", Project(id="x", search=("library",)), settings, show).sources == ()
