"""Outside services, one folder each, behind a port of their own.

A source of pictures is a `PictureSource` (`picture_source`): it searches by words and downloads what was
chosen. The words of a service's own protocol stay in its folder; what comes out is a `Candidate` whose
licence has the name that our documents use (`licences`). Every request goes through `web`: only hosts on
the source's list, no private address, limits on time and size, at most three tries. Each folder brings a
fake of its service (`fake.py`) that answers as its documentation says. Nothing here knows what a film is or
whether a picture fits. Words owned here: source, candidate.
"""
