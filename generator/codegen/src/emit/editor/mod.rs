//! `editeur/`: what makes an editor help while somebody writes the sources.
//!
//! In: the shapes of the sources, and the names that the standard holds. Out: a JSON Schema (draft-07, which all
//! editors read) per kind of file, the setting that wires them, and a page that says how. Must stay advice: a name that
//! the schemas do not know yet, because it was just added, is completed by none and refused by none.
//!
//! ```json
//! { "title": "Champ", "properties": { "titre": { "description": "Titre court…", "type": "string" } } }
//! ```

mod french;
mod names;

use serde_json::{Map, json};
use standard_mediation_model::Standard;

use crate::source::shapes::{self, Shape};
use crate::{Artifact, render};

pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    let mut artifacts: Vec<Artifact> = Vec::new();
    let mut wiring = Map::new();
    for Shape { name, files, mut schema } in shapes::all() {
        names::complete(&mut schema, name, standard);
        french::explain(&mut schema);
        wiring.insert(format!("./generated/editeur/{name}.schema.json"), json!(format!("schema/{files}")));
        artifacts.push(Artifact::json(format!("editeur/{name}.schema.json"), &schema));
    }
    let settings = json!({
        "yaml.schemas": wiring,
        "yaml.format.enable": false,
        "files.eol": "\n",
        "files.encoding": "utf8",
        "[yaml]": { "editor.insertSpaces": true, "editor.tabSize": 2, "editor.autoIndent": "advanced" },
    });
    artifacts.push(Artifact::json("editeur/settings.json", &settings));
    artifacts.push(Artifact::text("editeur/LISEZMOI.md", &render::markdown("editeur/LISEZMOI", &json!({}))));
    artifacts
}
