//! Which version of the standard a header speaks, and how that is said.

use std::fs;

use standard_mediation_model::data::{knows_all, lend_words, spoken};
use standard_mediation_model::{Standard, Version};

use crate::support::{command, root, run, standard};

fn past() -> Vec<Standard> {
    let read = |version: &str| {
        let bytes = fs::read(root().join(format!("schema/versions/{version}.json"))).expect("a frozen version");
        serde_json::from_slice(&bytes).expect("a standard")
    };
    ["0.1.0", "0.1.1", "1.0.0", "1.0.1", "1.0.2"].map(read).to_vec()
}

fn header(standard: &Standard) -> Vec<String> {
    standard.fields.iter().map(|field| field.name.clone()).collect()
}

fn best(header: &[String], present: &Standard) -> String {
    spoken(header, present, &past())[0].version.to_string()
}

#[test]
fn a_header_speaks_the_version_that_knows_most_of_it() {
    let (present, past) = (standard(), past());
    let [old, .., last] = past.as_slice() else { panic!("versions") };
    assert_eq!(best(&header(old), &present), "0.1.1");
    // What several versions share is the present one's.
    assert_eq!(best(&header(last), &present), present.identity.version.to_string());
    assert_eq!(best(&["id", "nom", "commune"].map(str::to_owned), &present), present.identity.version.to_string());
    // Titles and another case tell as much as names.
    let titles: Vec<String> = old.fields.iter().map(|field| field.title.to_uppercase()).collect();
    assert_eq!(best(&titles, &present), "0.1.1");
    // Half migrated by hand: most columns decide.
    let mut mixed = header(last);
    for (new, former) in
        [("courriels", "courriel"), ("fiche_acces_libre", "accessibilite"), ("frais_a_charge", "conditions_acces")]
    {
        let at = mixed.iter().position(|name| name == new).expect("a column");
        former.clone_into(&mut mixed[at]);
    }
    assert_eq!(best(&mixed, &present), present.identity.version.to_string());
    // A name of the past that may be a slip does not make a file of the past, even when all the others are of both.
    let small = ["id", "pivot", "nom", "commune", "code_postal", "adresse", "date_maj", "services", "courriel"];
    assert_eq!(best(&small.map(str::to_owned), &present), present.identity.version.to_string());
    // Unless the present version has nothing like it.
    for former in ["publics_accueillis", "labels_nationaux", "conditions_acces", "cle_ban"] {
        let header = small.map(|name| if name == "courriel" { former } else { name }.to_owned());
        assert_eq!(best(&header, &present), "0.1.1", "{former}");
    }
    // Nor does a title of the past that anyone may choose; two do.
    let titled = |names: [&str; 2]| [&small[..8], &names[..]].concat().into_iter().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(best(&titled(["Accessibilité", "Remarques"]), &present), present.identity.version.to_string());
    assert_eq!(best(&titled(["Accessibilité", "Conditions d'accès"]), &present), "0.1.1");
    assert!(knows_all(&present, &header(last)) && !knows_all(&present, &header(old)));
}

/// A header as people write it: a person reads one paragraph a rule, a program one finding a column.
#[test]
fn what_is_wrong_with_a_header_is_said_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("lieux.csv");
    fs::write(&file, "Nom du lieu,adresse_email,cp,couleur,taille\nA,a@b.fr,51100,vert,grand\n").expect("writable");
    let (_, stdout, _) = run(command().arg("validate").arg(&file));
    let (_, after) = stdout.split_once("\nL'en-tête\n").expect("a part about the header");
    let part = after.split("\n\n").next().unwrap_or_default();
    for said in [
        "5 colonnes obligatoires manquent : id, pivot, commune, adresse, date_maj [colonne-manquante]",
        "3 colonnes ont un autre nom que dans le standard : « Nom du lieu » → nom, « adresse_email » → courriels, « cp » → code_postal",
        "2 colonnes ne sont pas dans le standard : « couleur », « taille » [colonne-inconnue]",
    ] {
        assert_eq!(part.matches(said).count(), 1, "{said} is not said once:\n{stdout}");
    }
    assert_eq!(stdout.matches("[colonne-").count(), part.matches("[colonne-").count(), "{stdout}");
    let (_, stdout, _) = run(command().args(["validate", "--format", "ndjson"]).arg(&file));
    let of = |rule: &str| stdout.matches(&format!("\"regle\":\"{rule}\"")).count();
    assert_eq!((of("colonne-mal-nommee"), of("colonne-inconnue")), (3, 2), "{stdout}");
    // One fault of each kind is said as it always was.
    fs::write(&file, format!("{},couleur\n", header(&standard()).join(","))).expect("writable");
    let (_, stdout, _) = run(command().arg("validate").arg(&file));
    assert!(stdout.contains("  conseil  la colonne « couleur » n'est pas dans le standard [colonne-inconnue]"), "{stdout}");
}

/// A file migrated by half by hand: its new columns are of the standard, of a later version than the rest.
#[test]
fn columns_of_a_later_version_are_said_to_be_of_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("lieux.csv");
    let old = header(&past()[1]).join(",");
    let told = |more: &str| {
        fs::write(&file, format!("{old}{more}\n")).expect("writable");
        let (_, stdout, _) = run(command().arg("validate").arg(&file));
        stdout
    };
    let said = told(",itinerance,formations_labels,couleur");
    let of_later =
        "2 colonnes ne sont pas dans la version 0.1.1 ; la version 1.0.0 les a : « itinerance », « formations_labels »";
    assert!(said.contains(of_later) && said.contains("ce fichier mélange deux versions"), "{said}");
    assert!(said.contains("la colonne « couleur » n'est pas dans le standard [colonne-inconnue]"), "{said}");
    let said = told(",courriels");
    assert!(said.contains("la colonne « courriels » n'est pas dans la version 0.1.1 ; la version 1.0.0 l'a"), "{said}");
    assert!(!told(",couleur").contains("mélange"));
}

#[test]
fn a_version_that_was_never_published_gives_way() {
    let mut present = standard();
    let shared = header(&present);
    present.identity.version = Version { major: 2, minor: 0, patch: 0 };
    present.fields.iter_mut().for_each(|field| field.name.push_str("_bis"));
    present.fields.iter_mut().for_each(|field| field.title.push_str(" bis"));
    assert_eq!(best(&shared, &present), "1.0.1");
    assert_eq!(best(&header(&present), &present), "2.0.0");
}

#[test]
fn words_of_the_present_serve_every_version() {
    let (present, mut past) = (standard(), past());
    lend_words(&present, &mut past[0]);
    let aliases = |standard: &Standard| standard.field("pivot").expect("a field").aliases.clone();
    assert_eq!(aliases(&past[0]), aliases(&present));
    assert!(!aliases(&present).is_empty());
    // Nobody reads an expression, not even that of 0.1.0, which offers a prefix twice.
    for past in &mut past {
        lend_words(&present, past);
        let silent = past.fields.iter().filter(|field| field.pattern.as_ref().is_some_and(|pattern| pattern.in_words.is_empty()));
        assert_eq!(silent.map(|field| &field.name).collect::<Vec<_>>(), [""; 0], "{}", past.identity.version);
    }
}

/// What the command says before any finding.
fn assumed(header: &[String], more: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("lieux.csv"), format!("{}\n", header.join(","))).expect("writable");
    let mut validate = command();
    validate.current_dir(folder.path()).args(["validate", "lieux.csv"]).args(more);
    validate.arg("--schema").arg(root().join("schema")).arg("--generated").arg(root().join("generated"));
    let (_, stdout, _) = run(&mut validate);
    stdout.lines().skip(2).take_while(|line| !line.is_empty()).map(|line| format!("{}\n", line.trim())).collect()
}

#[test]
fn the_command_says_which_version_it_reads_and_why() {
    let (present, past) = (standard(), past());
    let version = present.identity.version;
    assert_eq!(
        assumed(&header(&past[0]), &[]),
        format!(
            "l'en-tête est celui de la version 0.1.1 : 29 colonnes sur 29 ; la version 0.1.0 a le même en-tête, lu comme 0.1.1\n\
             pour passer à la version {version} : cargo standard migrate lieux.csv --vers {version} -o SORTIE\n"
        )
    );
    let since_the_first = ["id", "nom"].map(str::to_owned);
    assert_eq!(
        assumed(&since_the_first, &[]),
        format!("standard {version} : 2 colonnes sur {} ; toutes existent depuis la version 0.1.0\n", present.fields.len())
    );
    assert_eq!(assumed(&header(&past[0]), &["--standard", "1.0.1"]), "standard 1.0.1, comme demandé\n");
    let said = assumed(&["bleu", "vert"].map(str::to_owned), &[]);
    assert_eq!(said, format!("aucune colonne de l'en-tête n'est du standard ; le fichier est lu comme {version}\n"));
}

/// Whoever follows the advice of `validate` to the letter ends with a file of the present version.
#[test]
fn a_header_of_titles_is_migrated_as_one_of_names() {
    let (folder, version) = (tempfile::tempdir().expect("a folder"), standard().identity.version);
    let old = fs::read_to_string(root().join("tests/cases/migrate/hub-0.1.csv")).expect("a case");
    let (names, rows) = old.split_once('\n').expect("a header");
    let past = past();
    let title = |name: &str| past[1].field(name).map_or(name, |field| field.title.as_str()).to_owned();
    let titles: Vec<String> = names.split(',').map(title).collect();
    let file = folder.path().join("lieux.csv");
    fs::write(&file, format!("{}\n{rows}", titles.join(","))).expect("writable");
    fs::write(folder.path().join("noms.csv"), &old).expect("writable");
    let schema = root().join("schema");
    let said = |arguments: &[&str]| {
        let (code, stdout, stderr) = run(command().current_dir(folder.path()).args(arguments).arg("--schema").arg(&schema));
        (code, stdout + &stderr)
    };
    let advice = format!("pour passer à la version {version} : cargo standard migrate lieux.csv --vers {version} -o SORTIE");
    let generated = root().join("generated");
    let generated = generated.to_str().expect("a path");
    let (_, told) = said(&["validate", "lieux.csv", "--generated", generated]);
    assert!(told.replace("\n  ", " ").contains(&advice), "{told}");
    let (_, told) = said(&["migrate", "noms.csv", "-o", "des-noms.csv"]);
    assert!(!told.contains("reconnue"), "{told}");
    let (code, told) = said(&["migrate", "lieux.csv", "-o", "neuf.csv"]);
    assert!(code == 1 && told.contains("« Services » (services)"), "{told}");
    let [of_names, of_titles] = ["des-noms.csv", "neuf.csv"].map(|name| fs::read_to_string(folder.path().join(name)));
    assert_eq!(of_titles.expect("a file"), of_names.expect("a file"));
    // A question without an answer says what becomes of the value.
    assert!(told.contains("En attendant la réponse, le fichier écrit n'a pas cette valeur."), "{told}");
}

#[test]
fn a_version_that_lacks_a_part_is_no_file() {
    let file = root().join("generated/exemples/a-reparer.csv");
    let (code, _, stderr) = run(command().current_dir(root()).args(["validate", "--standard", "9.9"]).arg(file));
    assert_eq!(code, 2, "{stderr}");
    assert!(stderr.contains("la version 9.9 n'existe pas ; il y a 0.1.0"), "{stderr}");
}
