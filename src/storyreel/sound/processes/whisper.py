"""Whisper as a helper process: `{audio, language}` -> `{words: [[text, start_s, end_s], ...]}`."""

# faster-whisper has no complete types.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportMissingImports=false, reportUnknownArgumentType=false

import sys
from typing import Any

from faster_whisper import WhisperModel

from storyreel.sound.processes.lines import serve


def main() -> None:
    """Serve until the parent goes. Started with the folder of the model."""
    model = WhisperModel(sys.argv[1], device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True)

    def handle(request: dict[str, Any]) -> dict[str, Any]:
        segments, _ = model.transcribe(
            request["audio"],
            language=request["language"],
            beam_size=1,
            # Without a ladder of temperatures it never draws lots: the same sound gives the same words.
            temperature=0.0,
            word_timestamps=True,
            condition_on_previous_text=False,
        )
        words = [
            [word.word.strip(), float(word.start), float(word.end)]
            for segment in segments
            for word in segment.words or ()
        ]
        return {"words": words}

    serve(handle)


if __name__ == "__main__":
    main()
