"""The figures in the documentation are those of the results files."""

from benchmarks.page import PAGE, with_block


def test_the_tables_of_the_benchmarks_page_are_those_of_the_last_run() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert page == with_block(page), "Run: python -m benchmarks table"
