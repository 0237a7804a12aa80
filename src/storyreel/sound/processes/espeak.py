"""espeak-ng as a helper process: `{text, voice, rate, out}` -> `{sample_rate, words}`."""

import re
from typing import Any

import numpy as np

from storyreel.sound.align import fill_gaps
from storyreel.sound.processes.espeak_library import Espeak, EspeakSpeech
from storyreel.sound.processes.lines import in_fresh_copy, serve, write_samples


def main() -> None:
    """Serve until the parent goes."""
    espeak = Espeak()

    def handle(request: dict[str, Any]) -> dict[str, Any]:
        # The library keeps its noise and its voice from one text to the next; a copy that has
        # never spoken says the same text in the same samples.
        return in_fresh_copy(lambda: speak(espeak, request))

    serve(handle)


def speak(espeak: Espeak, request: dict[str, Any]) -> dict[str, Any]:
    """Answer one request. Raises RefusedError for a voice that does not exist."""
    text: str = request["text"]
    speech = espeak.speak(text, request["voice"], request["rate"])
    write_samples(request["out"], speech.samples.astype(np.float32) / 32768.0)
    return {"sample_rate": espeak.sample_rate, "words": word_spans(text, speech, espeak.sample_rate)}


def word_spans(text: str, speech: EspeakSpeech, sample_rate: int) -> list[tuple[float, float]]:
    """Start and end in seconds of each whitespace word, from the word events that fall into it.

    An event covers fused words ("of the") once and expanded ones ("1984") several times. A word ends
    where the next event begins or its clause ends.
    """
    places = [match.span() for match in re.finditer(r"\S+", text)]
    total = len(speech.samples)
    stops = sorted({*speech.ends, *(sample for _, sample in speech.words), total})
    spans: list[tuple[float, float] | None] = [None] * len(places)
    for place, start in speech.words:
        index = next((i for i, (first, last) in enumerate(places) if first <= place < last), None)
        if index is None:
            continue
        end = next((stop for stop in stops if stop > start), total)
        known = spans[index]
        spans[index] = (known[0] if known else start / sample_rate, end / sample_rate)
    return fill_gaps(spans, [last - first for first, last in places], total / sample_rate)


if __name__ == "__main__":
    main()
