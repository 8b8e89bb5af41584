"""Static files under names that carry their content: what a script imports must carry it too."""

from planner.assets import Assets


def test_a_script_asks_for_its_imports_by_their_contents_names(tmp_path):
    (tmp_path / "js").mkdir()
    (tmp_path / "js/board.js").write_text('import "./drag.js";\nimport { aim } from "./hand.js";\n')
    (tmp_path / "js/drag.js").write_text('import { aim } from "./hand.js";\n')
    (tmp_path / "js/hand.js").write_text("export const aim = 1;\n")
    storage = Assets(location=tmp_path, base_url="/static/")
    files = {f"js/{name}.js": (storage, f"js/{name}.js") for name in ("board", "drag", "hand")}
    stored = {
        name: kept for name, kept, done in storage.post_process(files) if done and not isinstance(done, Exception)
    }
    board = (tmp_path / stored["js/board.js"]).read_text()
    names = [stored[f"js/{name}.js"].removeprefix("js/") for name in ("drag", "hand")]
    assert board == f'import "./{names[0]}";\nimport {{ aim }} from "./{names[1]}";\n'
