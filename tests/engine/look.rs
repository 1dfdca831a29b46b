//! The page in Chromium: what the command says, whatever is dropped, and nothing that leaves the machine.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::browser;
use crate::data_cases;
use crate::support::{command, root, run};

/// Where what is looked at is kept.
const PICTURES: &str = "target/navigateur";

/// A file to drop, and what to do then.
fn file(key: &str, path: &Path, then: impl Into<Value>) -> Value {
    let then: Value = then.into();
    json!({ "key": key, "path": path, "then": then })
}

fn written(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).expect("writable");
    path
}

/// The full example with these cells, in as many rows as there are sets of them.
fn rows(changes: &[&[(&str, &str)]]) -> String {
    let mut reader = csv::Reader::from_path(root().join("generated/publication/exemple-valide.csv")).expect("the example");
    let header = reader.headers().expect("a header").clone();
    let model = reader.records().next().expect("a row").expect("CSV");
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header).expect("a row");
    for (rank, changes) in changes.iter().enumerate() {
        let id = format!("lieu-{rank}");
        let cells = header.iter().zip(&model).map(|(name, cell)| {
            let change = changes.iter().find(|(changed, _)| *changed == name);
            change.map_or(if name == "id" { &id } else { cell }, |(_, text)| text)
        });
        writer.write_record(cells).expect("a row");
    }
    String::from_utf8(writer.into_inner().expect("bytes")).expect("UTF-8")
}

/// A file of that many bytes at least, each row with an identifier of its own.
fn long(path: &Path, bytes: usize) {
    let text = rows(&[&[]]);
    let (header, row) = text.split_once('\n').expect("two lines");
    let mut out = std::io::BufWriter::new(fs::File::create(path).expect("a file"));
    writeln!(out, "{header}").expect("room");
    let mut left = bytes;
    for rank in 0u32.. {
        let row = row.replacen("lieu-0", &format!("lieu-{rank}"), 1);
        out.write_all(row.as_bytes()).expect("room");
        left = left.saturating_sub(row.len());
        if left == 0 {
            break;
        }
    }
}

/// An XLSX whose shared texts inflate to 600 MiB.
fn bomb() -> Vec<u8> {
    use zip::write::SimpleFileOptions;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let relations = "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/><Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"t.xml\"/></Relationships>";
    for (name, text) in [
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"Lieux\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/s.xml", "<worksheet><sheetData/></worksheet>"),
        ("xl/t.xml", "<sst>"),
    ] {
        archive.start_file(name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(text.as_bytes()).expect("a text");
    }
    let piece = format!("<si><t>{}</t></si>", "a".repeat(1_000)).repeat(64);
    (0..9_600).for_each(|_| archive.write_all(piece.as_bytes()).expect("a text"));
    archive.finish().expect("an archive").into_inner()
}

/// What the command writes about a file, from its folder.
fn said(path: &Path, arguments: &[&str]) -> String {
    let mut command = command();
    command.current_dir(path.parent().expect("a folder")).args(arguments);
    command.arg("--schema").arg(root().join("schema")).arg("--generated").arg(root().join("generated"));
    run(&mut command).1
}

#[test]
#[ignore = "needs Chromium and the wasm target; run by .ci/navigateur"]
fn the_page_says_what_the_command_says_and_nothing_leaves() {
    let tools = std::env::var("SITE_TOOLS").expect("SITE_TOOLS names a folder with puppeteer-core and axe-core: .ci/navigateur");
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let site = folder.join("site");
    let (code, stdout, stderr) = run(command().args(["site", "--out"]).arg(&site));
    assert_eq!((code, stderr.as_str()), (0, ""), "{stdout}");
    assert!(site.join("verifier.html").exists(), "the checker was left out: {stdout}");

    let save = |button: &str| json!({ "do": "save", "button": button });
    let report = || json!([save("Enregistrer le rapport (JSON)")]);
    let hostile = "<img src=x onerror=alert(1)>";
    let trap = rows(&[
        &[("nom", hostile), ("telephone", "</td><script>alert(2)</script>"), ("code_postal", "1000")],
        &[("nom", "=HYPERLINK(\"http://exemple.invalid\",\"x\")"), ("courriels", "{{constructor.constructor('alert(3)')()}}")],
    ]);
    let latin: Vec<u8> =
        rows(&[&[("nom", "Médiathèque d'été")]]).chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    let example = root().join("generated/exemples/a-reparer.csv");
    let hub = root().join("tests/cases/migrate/hub-0.1.csv");
    let press = |button: &str| json!({ "do": "press", "button": button });
    let look = |name: &str| json!({ "do": "look", "name": name });
    let mut files = vec![
        file(
            "example",
            &example,
            json!([
                look("constats"), { "do": "filter", "word": "telephone" }, save("Enregistrer le rapport (JSON)"),
                save("Enregistrer le rapport (CSV)"), press("Réparer ce qui est sûr"), look("reparation"),
                save("Enregistrer le fichier réparé"), save("Enregistrer le rapport (CSV)"),
                press("Vérifier le fichier réparé")
            ]),
        ),
        file(
            "hub",
            &hub,
            json!([
                press("Passer à la version"), look("migration"), save("Enregistrer le fichier migré"),
                save("Enregistrer les questions"), { "do": "answer" }, save("Enregistrer le fichier migré")
            ]),
        ),
        file("trap", &written(folder, "piège.csv", trap.as_bytes()), json!([look("piege")])),
        file("latin", &written(folder, "ancien.csv", &latin), report()),
        file("bomb", &written(folder, "bombe.xlsx", &bomb()), json!([])),
        file("picture", &written(folder, "photo.csv", b"\x89PNG\r\n\x1A\n\0\0"), json!([])),
        file("workbook", &root().join("generated/gabarit/gabarit.xlsx"), report()),
    ];
    let few = files.len();
    let (national, big) = (folder.join("vingt-mille.csv"), folder.join("gros.csv"));
    long(&national, 20_000 * (rows(&[&[]]).len() - rows(&[]).len()));
    files.push(file("national", &national, json!([])));
    long(&big, 200_000_000);
    let mut cases = Vec::new();
    for case in data_cases::cases().into_iter().filter(|case| !case.join("standard.json").exists()) {
        let name = data_cases::faulty(&case);
        let key = format!("cas {}", case.file_name().and_then(|name| name.to_str()).expect("a name"));
        fs::create_dir(folder.join(&key)).expect("a folder");
        let path = written(&folder.join(&key), name, &data_cases::bytes(&case, name));
        files.push(file(&key, &path, report()));
        cases.push((key, path, name));
    }
    assert!(cases.len() > 40);

    let pictures = root().join(PICTURES);
    fs::create_dir_all(&pictures).expect("a folder");
    let plan = json!({
        "site": site, "tools": tools, "browser": browser::program(), "pictures": pictures, "files": files, "few": few, "big": big,
        "saved": folder.join("saved"),
    });
    let plan = written(folder, "plan.json", plan.to_string().as_bytes());
    let output = Command::new("node").arg(root().join("tests/navigateur/essai.mjs")).arg(plan).output().expect("node runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let seen: Value = serde_json::from_slice(&output.stdout).expect("JSON");

    println!("enregistrements demandés de nouveau : {}", seen["again"]);
    // Nothing leaves, nothing is refused by the policy, nothing runs, nothing is out of reach.
    for what in ["requests", "console", "axe"] {
        assert_eq!(seen[what], json!([]), "{what}");
    }
    assert_eq!(seen["dialogs"], 0);
    let text = |key: &str, what: &str| seen["files"][key][what].as_str().unwrap_or_else(|| panic!("{key}: {seen}")).to_owned();
    let kept = |key: &str, step: usize| {
        let path = seen["files"][key]["steps"][step]["path"].as_str().unwrap_or_else(|| panic!("{key} {step}"));
        fs::read_to_string(path).expect("a file that was saved")
    };
    for rank in [0, 1] {
        let key = |name: &str| format!("{rank}:{name}");
        let trap = key("trap");
        assert_eq!(seen["files"][&trap]["elements"], 0, "a cell became an element");
        for cell in [hostile, "</td><script>alert(2)</script>", "{{constructor.constructor('alert(3)')()}}"] {
            assert!(text(&trap, "result").contains(cell), "{cell} is not shown as it is: {}", text(&trap, "result"));
        }
        assert!(text(&key("bomb"), "result").contains("trop gros une fois décompressé"), "{}", text(&key("bomb"), "result"));
        assert!(text(&key("picture"), "state").contains("est une image PNG"), "{}", text(&key("picture"), "state"));
        assert!(text(&key("latin"), "result").contains("Windows-1252"), "{}", text(&key("latin"), "result"));
        let expected = said(&folder.join("ancien.csv"), &["validate", "--format", "json", "ancien.csv"]);
        assert_eq!(kept(&key("latin"), 0), expected);
        assert!(text(&key("workbook"), "result").contains("classeur XLSX"));

        // The report, the repaired file and the migrated one are those of the command.
        let json = said(&example, &["validate", "--format", "json", "a-reparer.csv"]);
        assert_eq!(kept(&key("example"), 2), json);
        let csv = said(&example, &["validate", "--format", "csv", "a-reparer.csv"]);
        assert_eq!(kept(&key("example"), 3), csv);
        let found = seen["files"][key("example")]["steps"][1]["rows"].as_array().expect("rows");
        assert!(!found.is_empty() && found.len() < 40, "{found:?}");
        let repaired = written(folder, "copie.csv", &fs::read(&example).expect("an example"));
        said(&repaired, &["repair", "copie.csv", "--force", "-o", "repare.csv"]);
        assert_eq!(kept(&key("example"), 6), fs::read_to_string(folder.join("repare.csv")).expect("a file"));
        let old = written(folder, "hub.csv", &fs::read(&hub).expect("a case"));
        said(&old, &["migrate", "hub.csv", "--force", "-o", "migre.csv", "--decisions", &format!("questions-{rank}.csv")]);
        assert_eq!(kept(&key("hub"), 2), fs::read_to_string(folder.join("migre.csv")).expect("a file"));
        let form = fs::read_to_string(folder.join(format!("questions-{rank}.csv"))).expect("a form");
        assert_eq!(kept(&key("hub"), 3), form);
        assert_ne!(kept(&key("hub"), 5), kept(&key("hub"), 2));
    }
    for (key, path, name) in &cases {
        let expected = said(path, &["validate", "--format", "json", name]);
        assert_eq!(kept(&format!("0:{key}"), 0), expected, "{key}");
    }

    // 200 MB: the page answers, says how far it is, stops when asked, and goes on after.
    let told = seen["big"]["told"].as_array().expect("texts");
    assert!(told.len() > 2 && told.iter().any(|text| text.as_str().is_some_and(|text| text.contains('%'))), "{told:?}");
    assert!(seen["big"]["result"].as_str().is_some_and(|text| text.contains("est conforme au standard")), "{}", seen["big"]);
    assert_eq!(seen["stopped"], json!({ "state": "Lecture arrêtée. Rien n'a été écrit.", "result": "" }));
    assert!(seen["after"].as_str().is_some_and(|text| text.contains("pas encore conforme")), "{}", seen["after"]);
    println!("20 000 lignes : {} ms dans le navigateur", seen["files"]["0:national"]["milliseconds"]);
}
