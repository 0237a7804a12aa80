"""Whisper as a helper process: `{audio, language, pieces}` -> `{words: [[text, start_s, end_s], ...]}`.

`pieces` are `[start_s, end_s]` that are heard one by one; none: the whole file at once.
"""

# faster-whisper has no complete types.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportMissingImports=false, reportUnknownArgumentType=false

import sys
from typing import Any

from faster_whisper import WhisperModel, decode_audio

from storyreel.sound.processes.lines import serve

RATE = 16_000


def main() -> None:
    """Serve until the parent goes. Started with the folder of the model."""
    model = WhisperModel(sys.argv[1], device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True)

    def handle(request: dict[str, Any]) -> dict[str, Any]:
        whole = decode_audio(request["audio"], sampling_rate=RATE)
        words: list[list[Any]] = []
        for start_s, end_s in request.get("pieces") or [[0.0, len(whole) / RATE]]:
            words += heard(whole[int(start_s * RATE) : int(end_s * RATE)], request["language"], start_s)
        return {"words": words}

    def heard(samples: Any, language: str, offset_s: float) -> list[list[Any]]:
        segments, _ = model.transcribe(
            samples,
            language=language,
            beam_size=1,
            # Without a ladder of temperatures it never draws lots: the same sound gives the same words.
            temperature=0.0,
            word_timestamps=True,
            condition_on_previous_text=False,
        )
        return [
            [word.word.strip(), offset_s + float(word.start), offset_s + float(word.end)]
            for segment in segments
            for word in segment.words or ()
        ]

    serve(handle)


if __name__ == "__main__":
    main()
