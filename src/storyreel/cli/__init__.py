"""The command line: parse, call, print, exit code. No decision about films is made here."""
