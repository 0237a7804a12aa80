"""Make the published Kokoro graph ready to run: `python -m ...kokoro_model PUBLISHED FOLDER`.

Two changes, weights untouched:

- Half precision becomes single. The published graph overflows in half precision for some lines and
  then says nothing at all; on a CPU single precision is as quick, for half is widened anyway.
- A `duration` output is added: the frames that each phoneme lasts.

The tensors go to a file beside the graph, which the runtime maps instead of reading, so that several
processes share one copy in memory.
"""

# onnx leaves the parameter of PathLike open in its signatures.
# pyright: reportUnknownMemberType=false

import os
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper

from storyreel.sound.kokoro_files import GRAPH, HASHES, TENSORS, hashes

DURATIONS = "/encoder/Clip_output_0"
"""The tensor of the published graph that holds each phoneme's length in frames."""
EXTERNAL_FROM_BYTES = 1024
_HALF, _SINGLE = onnx.TensorProto.FLOAT16, onnx.TensorProto.FLOAT


def prepare(published: Path, folder: Path) -> None:
    """Write graph, tensors and their hashes to `folder`, which appears whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    model = onnx.load(str(published))
    _widen(model.graph)
    _add_durations(model.graph)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".making-") as name:
        making = Path(name) / "model"
        making.mkdir()
        onnx.save(
            model,
            str(making / GRAPH),
            save_as_external_data=True,
            location=TENSORS,
            size_threshold=EXTERNAL_FROM_BYTES,
        )
        (making / HASHES).write_text(hashes(making), encoding="utf-8")
        for file in making.iterdir():
            with file.open("rb") as stream:
                os.fsync(stream.fileno())
        try:
            making.rename(folder)
        except OSError:
            # Another process has made the same folder meanwhile; its bytes are as good as ours.
            if not folder.is_dir():
                raise


def _widen(graph: onnx.GraphProto) -> None:
    for tensor in graph.initializer:
        _widen_tensor(tensor)
    for node in graph.node:
        for attribute in node.attribute:
            if attribute.HasField("t"):
                _widen_tensor(attribute.t)
            if attribute.HasField("g"):
                _widen(attribute.g)
            if node.op_type == "Cast" and attribute.name == "to" and attribute.i == _HALF:
                attribute.i = _SINGLE
    for value in (*graph.input, *graph.output):
        if value.type.tensor_type.elem_type == _HALF:
            value.type.tensor_type.elem_type = _SINGLE
    # Types of the values between are worked out anew by the runtime.
    del graph.value_info[:]


def _widen_tensor(tensor: onnx.TensorProto) -> None:
    if tensor.data_type == _HALF:
        wide = numpy_helper.to_array(tensor).astype(np.float32)
        tensor.CopyFrom(numpy_helper.from_array(wide, tensor.name))


def _add_durations(graph: onnx.GraphProto) -> None:
    graph.node.append(
        helper.make_node("Cast", [DURATIONS], ["duration"], name="duration", to=onnx.TensorProto.INT64)
    )
    graph.output.append(helper.make_tensor_value_info("duration", onnx.TensorProto.INT64, None))


if __name__ == "__main__":
    prepare(Path(sys.argv[1]), Path(sys.argv[2]))
