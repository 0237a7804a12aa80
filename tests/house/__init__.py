"""The rules of the house: what must hold for pages, names and files, whatever the program does.

Each rule is a function that returns its findings, one sentence each. Its test runs it on the
project and expects none, and on a bad sample and expects some: a rule that cannot fail holds nothing.
"""
