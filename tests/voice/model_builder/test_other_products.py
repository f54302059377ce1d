"""A model for something else than this client: the builder's command needs nothing of it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from voice.model_builder.material import Material, write_material
from voice.models import find_model

ROOT = Path(__file__).resolve().parents[3]
_WITHOUT_THE_CLIENT = (
    "import sys; sys.modules['app'] = None\nfrom scripts.voice_model import main\nsys.exit(main(sys.argv[1:]))"
)


def test_a_model_for_another_product_is_built_where_there_is_no_client(tmp_path: Path) -> None:
    """The voice package and the script alone, as another project would take them."""
    write_material(Material("zh-CN", ("开灯", "关灯"), words=("厨房",)), tmp_path / "lamp.json")
    shutil.copytree(find_model("zh-CN").path / "am", tmp_path / "lamp" / "am")
    command = ["graphs", "--material", str(tmp_path / "lamp.json"), "--out", str(tmp_path / "lamp")]
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_THE_CLIENT, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "开灯" in (tmp_path / "lamp" / "graph" / "words.txt").read_text(encoding="utf8")
