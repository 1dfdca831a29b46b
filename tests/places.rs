//! Where a finding is told to be: a line of the file when it is one, an element of a list, a header when there is one.

use std::fs;

use crate::outputs::{HEADER, folder, row, validate};
use crate::repair_promises::files::workbook;

/// An annotation points at a line of the file, or at none.
#[test]
fn an_annotation_points_at_the_line_of_its_row() {
    let wrong = |id: &str| row(id, "Fablab", "Arnay-le-Duc").replace("21230", "2123");
    let spanning = row("b", "\"Fablab\nDeux\"", "Arnay-le-Duc");
    let straight = format!("{HEADER}\n{}\n{}\n", wrong("a"), wrong("c"));
    let broken = format!("{HEADER}\n{}\n{spanning}\n{}\n", wrong("a"), wrong("c"));
    let objects = [r#"{"id":"a","code_postal":"2123"}"#, r#"{"id":"b","code_postal":"2123"}"#];
    let (list, lines) = (format!("[{}]", objects.join(",")), objects.join("\n"));
    let folder = folder(&[("droit.csv", &straight), ("coupe.csv", &broken), ("l.json", &list), ("l.ndjson", &lines)]);
    fs::write(
        folder.path().join("l.xlsx"),
        workbook(&[["id", "code_postal"], ["a", "2123"]].map(|row| row.map(str::to_owned).to_vec())),
    )
    .expect("writable");
    let lines_of = |file: &str| -> Vec<String> {
        let said = validate(folder.path(), &[file, "--format", "github", "--all"]);
        let of_rule = said.lines().filter(|line| line.contains("title=motif") && line.contains("code_postal : "));
        of_rule
            .map(|line| line.split_once(",line=").map_or("", |(_, rest)| rest.split(',').next().unwrap_or("")).to_owned())
            .collect()
    };
    assert_eq!(lines_of("droit.csv"), ["2", "3"]);
    assert_eq!(lines_of("coupe.csv"), ["2", ""], "the second is on line 5, and is row 4");
    assert_eq!(lines_of("l.ndjson"), ["1", "2"]);
    assert_eq!(lines_of("l.json"), ["", ""]);
    assert_eq!(lines_of("l.xlsx"), [""]);
}

/// Keys of elements are told where they are, not as a header that nobody sees.
#[test]
fn what_is_wrong_with_an_element_is_told_at_its_number() {
    let twice = r#"{"id":"a","nom":"A","nom":"B"}"#;
    let folder = folder(&[("l.json", &format!("[{}]", [twice; 9].join(",")))]);
    let said = validate(folder.path(), &["l.json"]);
    assert!(!said.contains("L'en-tête\n  faute    Une colonne est là deux fois"), "{said}");
    assert!(
        said.contains("Une colonne est là deux fois : 9 fois") && said.contains("élément 2, ") && said.contains("… et 4 autres"),
        "{said}"
    );
    assert!(said.contains("9 éléments lus"), "{said}");
    let page = validate(folder.path(), &["l.json", "--format", "html"]);
    assert!(page.contains("<strong>Élément 1</strong>") && !page.contains("<strong>En-tête</strong>"));
    assert!(page.contains("éléments lus"));
    // A row of a table alone has a header.
    let header = format!("{HEADER},nom\n{},\n", row("a", "Fablab", "Arnay-le-Duc"));
    fs::write(folder.path().join("l.csv"), header).expect("writable");
    let said = validate(folder.path(), &["l.csv"]);
    assert!(said.contains("L'en-tête\n") && said.contains("[colonne-en-double]") && said.contains("1 ligne lue"), "{said}");
}
