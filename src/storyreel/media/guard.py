"""Become another program that ends with its parent: `python -m storyreel.media.guard PROGRAM ARGS...`.

On Linux the kernel keeps the parent-death signal over exec. Elsewhere the program ends when its own
time limit or its parent's orderly end says so.
"""

import os
import sys

from storyreel.media.child import die_with_parent


def main() -> None:
    """Replace this process."""
    die_with_parent()
    os.execvp(sys.argv[1], sys.argv[1:])


if __name__ == "__main__":
    main()
