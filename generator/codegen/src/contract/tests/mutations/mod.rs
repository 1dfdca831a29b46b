//! One change of the real tree each, and the rule that must say so.

mod columns;
mod files;

use serde_json::{Value, json};

use standard_mediation_model::Field;

use super::{Tree, edit, edit_json};
use crate::emit::{EMITTERS, trial};

/// The rule, what is changed, and the change.
pub(super) type Mutation = (&'static str, &'static str, fn(&mut Tree));

const SCHEMA: &str = "schema.json";
const PLACE: &str = "lieu.schema.json";
const VALID: &str = "exemple-valide.csv";
const INVALID: &str = "exemple-invalide.csv";
const TEMPLATE: &str = "gabarit.xlsx";
const EXAMPLE: &str = "exemple-valide.json";

fn schema(tree: &mut Tree, change: impl FnOnce(&mut Value)) {
    edit_json(tree, SCHEMA, change);
}

fn place(tree: &mut Tree, change: impl FnOnce(&mut Value)) {
    edit_json(tree, PLACE, change);
}

fn example(tree: &mut Tree, change: impl FnOnce(&mut Value)) {
    edit_json(tree, EXAMPLE, change);
}

/// Replaces a text. `{tag}` and `{date}` stand for those of the tree, so that a new version changes no mutation.
fn replace(tree: &mut Tree, path: &str, from: &str, to: &str) {
    let read: Value = serde_json::from_slice(&tree[SCHEMA]).expect("JSON");
    let text = |key: &str| read[key].as_str().expect("a text").to_owned();
    let (tag, date) = (text("version"), text("lastModified"));
    let [from, to] = [from, to].map(|text| text.replace("{tag}", &tag).replace("{version}", &tag[1..]).replace("{date}", &date));
    edit(tree, path, |text| text.replacen(&from, &to, 1));
}

fn remove(value: &mut Value, key: &str) {
    value.as_object_mut().expect("an object").remove(key).expect("the key");
}

fn column(tree: &mut Tree, name: &str, change: impl FnOnce(&mut Value)) {
    schema(tree, |schema| {
        let fields = schema["fields"].as_array_mut().expect("fields");
        change(fields.iter_mut().find(|field| field["name"] == name).expect("the column"));
    });
}

/// A column more, in every file; each valid row holds `cell`.
fn new_column(tree: &mut Tree, cell: &str, constraints: &Value, property: &Value) {
    schema(tree, |schema| {
        let fields = schema["fields"].as_array_mut().expect("fields");
        fields.push(json!({
            "name": "essai", "title": "Essai", "description": "Une colonne.", "type": "string", "example": cell,
            "constraints": constraints,
        }));
    });
    for path in [VALID, INVALID] {
        edit(tree, path, |text| {
            let mut lines = text.lines();
            let header = format!("{},essai\n", lines.next().expect("a header"));
            header + &lines.map(|line| format!("{line},{cell}\n")).collect::<String>()
        });
    }
    place(tree, |schema| schema["properties"]["essai"] = property.clone());
    template(tree, |fields| {
        let essai = Field { name: "essai".into(), ..fields[0].clone() };
        fields.push(essai);
    });
}

/// The spreadsheet template of other columns.
fn template(tree: &mut Tree, change: impl FnOnce(&mut Vec<Field>)) {
    let mut standard = trial::standard();
    change(&mut standard.fields);
    let emitter = EMITTERS.iter().find(|emitter| emitter.writes.contains(&"publication/gabarit.xlsx")).expect("the emitter");
    let emitted = (emitter.emit)(&standard).pop();
    tree.insert(TEMPLATE.into(), emitted.expect("a template").bytes);
}

/// Changes the cells of a file, header first.
fn rows(tree: &mut Tree, path: &str, change: impl FnOnce(&mut Vec<Vec<String>>)) {
    edit(tree, path, |text| {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let mut rows: Vec<Vec<String>> = reader.deserialize().map(|row| row.expect("a row")).collect();
        change(&mut rows);
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).expect("in memory");
        }
        String::from_utf8(writer.into_inner().expect("in memory")).expect("UTF-8")
    });
}

fn rank(rows: &[Vec<String>], column: &str) -> usize {
    rows[0].iter().position(|name| name == column).expect("the column")
}

/// Changes the first filled cell of a column.
fn cell(tree: &mut Tree, path: &str, column: &str, text: &str) {
    rows(tree, path, |rows| {
        let rank = rank(rows, column);
        let row = rows[1..].iter_mut().find(|row| !row[rank].is_empty()).expect("a filled cell");
        text.clone_into(&mut row[rank]);
    });
}

/// Adds a sound row, several times: the emptiest of the valid ones, with an identifier of its own.
fn sound_rows(tree: &mut Tree, path: &str, times: usize) {
    let text = tree[VALID].clone();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_slice());
    let valid: Vec<Vec<String>> = reader.deserialize().map(|row| row.expect("a row")).collect();
    let filled = |row: &&Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count();
    let mut row = valid[1..].iter().min_by_key(filled).expect("a row").clone();
    row[rank(&valid, "id")] = "essai-ligne".to_owned();
    rows(tree, path, |rows| rows.extend(std::iter::repeat_n(row, times)));
}

/// Every mutation.
pub(super) fn all() -> impl Iterator<Item = &'static Mutation> {
    files::ALL.iter().chain(columns::ALL)
}
