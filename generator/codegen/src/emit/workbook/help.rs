//! The sheet of help: how to start, then every column.

use rust_xlsxwriter::{Format, Worksheet};
use standard_mediation_model::Standard;

use super::columns::Column;
use super::sheet::{self, Heading, plain};
use super::{EXAMPLE, PLACES, VALUES};
use crate::emit::palette;

const NAME: Heading = ("Colonne", 32);
/// What is said of a column, after its name.
const HEADINGS: [Heading; 7] = [
    ("Titre", 22),
    ("Famille", 22),
    ("Remplissage", 20),
    ("Ce qu'elle contient", 50),
    ("Comment la remplir", 64),
    ("Il faut", 36),
    ("Exemple", 36),
];

pub(super) fn write(sheet: &mut Worksheet, standard: &Standard, columns: &[Column<'_>]) {
    let texts: Vec<[String; 7]> = columns.iter().map(texts).collect();
    let kept = sheet::filled(&texts);
    let headings: Vec<Heading> = kept.iter().map(|rank| HEADINGS[*rank]).collect();
    let widths: Vec<u16> = headings.iter().map(|(_, width)| *width).collect();
    sheet::widths(sheet, &[&[NAME.1], widths.as_slice()].concat());
    let mut row = start(sheet, standard);
    let title = sheet::header(palette::NEUTRAL, true);
    for (column, (text, _)) in (0..).zip([NAME].iter().chain(&headings)) {
        sheet::cell(sheet, row, column, text, &title);
    }
    let prose = sheet::prose();
    for (column, texts) in columns.iter().zip(&texts) {
        row += 1;
        let name = sheet::header(column.hue, column.field.required);
        sheet::cell(sheet, row, 0, &column.field.name, &name);
        let texts: Vec<&str> = kept.iter().map(|rank| texts[*rank].as_str()).collect();
        for (rank, text) in (1..).zip(&texts) {
            sheet::cell(sheet, row, rank, text, &prose);
        }
        sheet::fit(sheet, row, texts, &widths);
    }
    sheet::lock(sheet);
}

/// What is said of a column, under [`HEADINGS`].
fn texts(column: &Column<'_>) -> [String; 7] {
    let field = column.field;
    [
        plain(&field.title),
        plain(column.group),
        column.filling(),
        plain(&field.description),
        field.usage.as_deref().map(plain).unwrap_or_default(),
        plain(&column.demands),
        column.example.clone(),
    ]
}

/// How to start. Gives the row where the table does.
fn start(sheet: &mut Worksheet, standard: &Standard) -> u32 {
    let identity = &standard.identity;
    let heading = format!("{}, version {}\u{a0}: remplir le gabarit", plain(&identity.title), identity.version);
    sheet::cell(sheet, 0, 0, &heading, &Format::new().set_bold().set_font_size(14));
    let list = format!(
        "Quand une flèche apparaît dans une case, choisissez une valeur de la liste. Pour en mettre plusieurs, recopiez-les depuis la feuille «\u{a0}{VALUES}\u{a0}» et séparez-les par {} sans espace.",
        standard.separator()
    );
    let example = format!("La feuille «\u{a0}{EXAMPLE}\u{a0}» montre des lignes bien remplies. Elles ne sont pas publiées.");
    let lines = [
        format!("Remplissez la feuille «\u{a0}{PLACES}\u{a0}»\u{a0}: une ligne par lieu, sous les noms des colonnes, que l'on ne change pas."),
        "Les noms en blanc sur fond foncé sont ceux des colonnes obligatoires. Les autres colonnes peuvent rester vides, sans tiret ni «\u{a0}néant\u{a0}».".to_owned(),
        "Passez la souris sur le nom d'une colonne pour lire son aide\u{a0}; elle est aussi dans le tableau ci-dessous.".to_owned(),
        list,
        "Toutes les cases sont au format texte, pour garder les zéros du début et les dates. Si vous collez des cases d'un autre fichier, choisissez «\u{a0}collage spécial\u{a0}», puis «\u{a0}valeurs\u{a0}» ou «\u{a0}texte\u{a0}».".to_owned(),
        if standard.examples.is_empty() { String::new() } else { example },
        format!("Pour publier, affichez la feuille «\u{a0}{PLACES}\u{a0}» et enregistrez-la au format CSV, en UTF-8. Nom du fichier\u{a0}: {}", plain(&standard.dialect.file_name)),
    ];
    let plain_line = Format::new();
    let mut row = 1;
    for line in lines.iter().filter(|line| !line.is_empty()) {
        sheet::cell(sheet, row, 0, line, &plain_line);
        row += 1;
    }
    row + 1
}
