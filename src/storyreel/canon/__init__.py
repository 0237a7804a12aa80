"""What is true in a story: facts with the story time in which they hold, and the gate that guards them.

It reads neutral passages and knows no Script, no film and no store: any client that can hand over
text with scene numbers can use it. A fact is read from the text only where a listed rule is sure
(docs/canon.md); everything said in quotation marks, doubted, supposed or denied is no fact. The gate
compares facts with the canon and with each other, and answers with evidence from both sides; it never
changes the canon to fit a text. The canon changes only by a diff that the gate has validated against
exactly that canon.

It owns the words: canon, fact, story time, diff, contradiction.
"""
