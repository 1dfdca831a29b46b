use super::script::{doc, key, literal, tag};
use super::*;
use crate::emit::trial;

#[test]
fn a_place_has_a_documented_field_a_column_in_their_order() {
    let standard = trial::standard();
    let artifacts = emit(&standard);
    let text = trial::text(&artifacts, "typescript/src/lieu.d.ts");
    let places: Vec<Option<usize>> = standard.fields.iter().map(|field| text.find(&format!("\n  {}", field.name))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    assert!(text.contains("\n  code_postal: string;\n"), "{text}");
    assert!(
        text.contains("\n  latitude?: number | undefined;\n")
            && text.contains("\n  services?: readonly Services[] | undefined;\n")
    );
    // An advised list takes any text, and still offers its values.
    assert!(text.contains("\n  typologie?: readonly (Typologie | (string & {}))[] | undefined;\n"), "{text}");
    let demands = text.split("\n  code_postal: ").next().and_then(|before| before.rsplit("/**").next()).expect("a comment");
    assert!(demands.contains("Il faut") && demands.contains("cinq chiffres"), "{demands}");
}

#[test]
fn values_are_under_their_code_with_their_accents() {
    let artifacts = emit(&trial::standard());
    let module = trial::text(&artifacts, "typescript/src/listes.js");
    assert!(module.contains("export const FRAIS_A_CHARGE = /** @type {const} */ ({\n  gratuit: {\n    code: \"gratuit\",\n"));
    let types = trial::text(&artifacts, "typescript/src/listes.d.ts");
    assert!(types.contains("export type FraisACharge =\n  | \"Gratuit\"\n"), "{types}");
    assert!(types.contains("  | \"Compréhension du monde numérique\""));
}

#[test]
fn a_deprecated_value_says_what_to_write_instead() {
    let mut standard = trial::standard();
    let list = standard.vocabularies.iter_mut().find(|list| list.name == "frais_a_charge").expect("a list");
    let (since, code) = (list.values[0].since, list.values[0].code.clone());
    let label = list.values[0].label.clone();
    (list.values[1].deprecated, list.values[1].replaced_by) = (Some(since), Some(code.clone()));
    let artifacts = emit(&standard);
    let module = trial::text(&artifacts, "typescript/src/listes.js");
    assert!(module.contains(&format!("    deprecie: \"{since}\",\n    remplacePar: \"{code}\",\n")));
    let types = trial::text(&artifacts, "typescript/src/listes.d.ts");
    let said = format!("   * @deprecated Depuis la version {since}\u{a0}: écrivez «\u{a0}{label}\u{a0}».\n");
    assert!(types.contains(&said), "{types}");
    assert_eq!(types.matches("@deprecated").count(), 1);
}

#[test]
fn what_is_only_advised_blocks_nothing() {
    let mut standard = trial::standard();
    let rank = standard.fields.iter().position(|field| field.name == "code_postal").expect("a field");
    let pattern = "expression: \"^(?:[0-9]{5})$\"";
    assert!(trial::text(&emit(&standard), "typescript/src/champs.js").contains(pattern));
    if let Some(pattern) = &mut standard.fields[rank].pattern {
        pattern.level = standard_mediation_model::Level::Recommendation;
    }
    assert!(!trial::text(&emit(&standard), "typescript/src/champs.js").contains(pattern));
    // The bounds of a latitude are advice.
    assert!(!trial::text(&emit(&standard), "typescript/src/champs.js").contains("bornes"));
}

#[test]
fn a_new_value_and_a_new_label_rename_nothing() {
    let before = trial::standard();
    let mut after = before.clone();
    let list = &mut after.vocabularies[0];
    let mut added = list.values[0].clone();
    (added.code, added.label) = ("autre_valeur".into(), "Une autre valeur".into());
    list.values[0].label.push_str(" corrigé");
    list.values.push(added);
    let (before, after) = (emit(&before), emit(&after));
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before.path, after.path);
        let lists = before.path.contains("/listes.");
        assert_eq!(before.bytes != after.bytes, lists, "{}", before.path);
    }
    let names = |artifacts: &[Artifact]| -> Vec<String> {
        let text = trial::text(artifacts, "typescript/src/listes.d.ts");
        text.lines().filter_map(|line| line.strip_prefix("  readonly ")?.split(':').next().map(str::to_owned)).collect()
    };
    let kept: Vec<String> = names(&after).into_iter().filter(|name| name != "autre_valeur").collect();
    assert_eq!(names(&before), kept);
}

#[test]
fn two_lists_never_share_a_name_nor_take_one_of_the_package() {
    let mut standard = trial::standard();
    for (rank, name) in ["lieu", "a_b", "ab", "champs"].into_iter().enumerate() {
        standard.vocabularies[rank].name = name.into();
    }
    let all = names::all(&standard);
    let types: Vec<&str> = all.iter().map(|named| named.labels.as_str()).take(4).collect();
    let constants: Vec<&str> = all.iter().map(|named| named.constant.as_str()).take(4).collect();
    assert_eq!(types, ["LieuValeur", "AB", "Ab", "Champs"]);
    assert_eq!(constants, ["LIEU", "A_B", "AB", "CHAMPS_VALEURS"]);
}

#[test]
fn a_standard_without_lists_makes_modules() {
    let mut standard = trial::standard();
    standard.vocabularies.clear();
    for field in &mut standard.fields {
        field.vocabulary = None;
    }
    let artifacts = emit(&standard);
    assert_eq!(trial::text(&artifacts, "typescript/src/listes.js"), "export {};\n");
    assert!(!trial::text(&artifacts, "typescript/src/champs.js").contains("import {"));
}

#[test]
fn no_text_leaves_its_literal_or_its_comment() {
    for artifact in emit(&trial::hostile()).iter().filter(|artifact| !artifact.path.ends_with(".md")) {
        let text = std::str::from_utf8(&artifact.bytes).expect("UTF-8");
        // A module may be written into a page; declarations are not.
        let closes_a_script = artifact.path.ends_with(".js") && text.contains("</script");
        assert!(!closes_a_script && !text.contains('\u{2028}'), "{}", artifact.path);
        // A comment ends at the end of its line, and nowhere before.
        for line in text.lines().map(str::trim_start).filter(|line| line.starts_with(['*', '/'])) {
            let inside = line.strip_suffix("*/").unwrap_or(line);
            assert!(!inside.contains("*/"), "{}: {line}", artifact.path);
        }
    }
}

#[test]
fn texts_are_written_to_be_read_back() {
    for text in [trial::HOSTILE, "\u{2028}</script><!-- \u{7f}", "\\\"", ""] {
        let written = literal(text);
        assert_eq!(serde_json::from_str::<String>(&written).ok().as_deref(), Some(text));
        assert!(!written.contains("</") && !written.contains("<!") && !written.contains('\u{2028}'), "{written}");
    }
    assert_eq!([key("a_1"), key("a-b"), key("1a"), key("é")], ["a_1", "\"a-b\"", "\"1a\"", "\"é\""]);
}

#[test]
fn comments_stay_whole() {
    assert_eq!(doc(2, &["Un titre"]), "  /** Un titre */\n");
    assert_eq!(doc(0, &["a */ b\n@c {@d}", ""]), "/** a *\\/ b \\@c {\\@d} */\n");
    assert_eq!(doc(0, &["a", &tag("deprecated", "b")]), "/**\n * a\n *\n * @deprecated b\n */\n");
    let long = doc(2, &["mot ".repeat(60).as_str()]);
    assert!(long.lines().count() > 3 && long.lines().all(|line| line.chars().count() <= 110), "{long}");
}
