"""The network itself: the numbers of word pieces in, one point for each text out. Plain numpy.

The shapes are those of BERT (Devlin and others, 2018), as MiniLM (Wang and others, 2020) uses them.
"""

import json
from pathlib import Path

import numpy as np

HEADS, LAYERS = 12, 6
TINY = 1e-12
ERF = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)  # Abramowitz and Stegun, 7.1.26


class Network:
    """`points` works out a batch. The weights stay in the file until they are asked for."""

    def __init__(self, file: Path):
        self.weights = weights_in(file)

    def points(self, numbers: list[list[int]]) -> np.ndarray:
        """One row of length 1 for each list of numbers."""
        longest = max(map(len, numbers))
        ids = np.array([each + [0] * (longest - len(each)) for each in numbers])
        mask = np.array([[1.0] * len(each) + [0.0] * (longest - len(each)) for each in numbers], dtype=np.float32)
        flow = self._embedded(ids)
        for layer in range(LAYERS):
            flow = self._layer(flow, mask, f"encoder.layer.{layer}.")
        mean = (flow * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
        return mean / np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), TINY)

    def _embedded(self, ids: np.ndarray) -> np.ndarray:
        words = self.weights["embeddings.word_embeddings.weight"][ids]
        places = self.weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
        kinds = self.weights["embeddings.token_type_embeddings.weight"][0]
        return self._normal(words + places + kinds, "embeddings.LayerNorm")

    def _layer(self, flow: np.ndarray, mask: np.ndarray, name: str) -> np.ndarray:
        looked = self._linear(self._attention(flow, mask, f"{name}attention.self."), f"{name}attention.output.dense")
        flow = self._normal(flow + looked, f"{name}attention.output.LayerNorm")
        thought = self._linear(_gelu(self._linear(flow, f"{name}intermediate.dense")), f"{name}output.dense")
        return self._normal(flow + thought, f"{name}output.LayerNorm")

    def _attention(self, flow: np.ndarray, mask: np.ndarray, name: str) -> np.ndarray:
        """Every piece looks at every other of its own text."""
        texts, length, width = flow.shape
        query, key, value = (
            self._linear(flow, name + part).reshape(texts, length, HEADS, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        heat = query @ key.transpose(0, 1, 3, 2) / np.sqrt(width / HEADS).astype(np.float32)
        heat = np.where(mask[:, None, None, :] > 0, heat, np.float32(-1e9))
        share = np.exp(heat - heat.max(axis=-1, keepdims=True))
        share /= share.sum(axis=-1, keepdims=True)
        return (share @ value).transpose(0, 2, 1, 3).reshape(texts, length, width)

    def _linear(self, flow: np.ndarray, name: str) -> np.ndarray:
        return flow @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def _normal(self, flow: np.ndarray, name: str) -> np.ndarray:
        centred = flow - flow.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + TINY)
        return centred / spread * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]


def _gelu(flow: np.ndarray) -> np.ndarray:
    """The bend between layers; the error function to seven places."""
    scaled = np.abs(flow) / np.sqrt(np.float32(2))
    step = 1 / (1 + np.float32(0.3275911) * scaled)
    sum_of = np.zeros_like(step)
    for part in reversed(ERF):
        sum_of = (sum_of + np.float32(part)) * step
    erf = np.sign(flow) * (1 - sum_of * np.exp(-scaled * scaled))
    return flow * (1 + erf) / 2


def weights_in(file: Path) -> dict[str, np.ndarray]:
    """The weights in a safetensors file: eight bytes of length, a table in JSON, and the numbers."""
    with file.open("rb") as opened:
        length = int.from_bytes(opened.read(8), "little")
        table = json.loads(opened.read(length))
    numbers = np.memmap(file, dtype=np.uint8, mode="r", offset=8 + length)
    table.pop("__metadata__", None)
    return {
        name.removeprefix("bert."): _weight(numbers, each) for name, each in table.items() if each["dtype"] == "F32"
    }


def _weight(numbers: np.ndarray, entry: dict) -> np.ndarray:
    first, last = entry["data_offsets"]
    return numbers[first:last].view(np.float32).reshape(entry["shape"])
