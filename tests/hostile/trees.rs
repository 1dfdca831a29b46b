//! JSON files.

use super::child::{feed, repeat, validate};

#[test]
fn a_long_list() {
    let place = format!("{{\"id\":\"1\",\"nom\":\"a\",\"presentation_detail\":\"{}\"}},\n", "Longue présentation.".repeat(2_500));
    let ran = feed("256 Mio, liste JSON", |pipe| {
        pipe.write_all(b"[\n")?;
        repeat(pipe, place.as_bytes(), 256 << 20)?;
        pipe.write_all(b"{\"id\":\"fin\",\"nom\":\"=1\"}]")
    });
    ran.holds(1, &["JSON, une liste d'objets", "élément 2, « a » : « 1 » est déjà utilisé à l'élément 1", "formule"]);
}

/// Nothing is wrong with what is read: that the rest is not is the one fault, and it is told where.
#[test]
fn a_list_of_good_objects_longer_than_what_is_read() {
    let text = "Longue présentation.".repeat(2_500);
    let place = "\"pivot\":\"21510454800015\",\"nom\":\"Médiathèque du Nord\",\"commune\":\"Reims\",\"code_postal\":\"51100\",\
        \"adresse\":\"12 rue des Écoles\",\"date_maj\":\"2026-04-02\"";
    let ran = feed("560 Mio, liste JSON sans faute", |pipe| {
        for rank in 0..(560 << 20) / text.len() {
            let start = if rank == 0 { '[' } else { ',' };
            pipe.write_all(format!("{start}{{\"id\":\"{rank}\",{place},\"presentation_detail\":\"{text}\"}}").as_bytes())?;
        }
        pipe.write_all(b"]")
    });
    ran.holds(1, &["1 faute", "lecture-arretee", "la liste dépasse 512 Mio : la lecture s'arrête là", "éléments lus"]);
    assert!(!ran.said.contains("virgule-mal-placee"), "{}", ran.said);
}

#[test]
fn objects_that_are_small_and_lists_that_are_wide() {
    let keys: String = (0..1_000).map(|key| format!("\"cle{key}\":1,")).collect();
    let ran = feed("2 Mio, mille clés puis une", |pipe| {
        pipe.write_all(format!("[{{{keys}\"id\":\"1\"}}").as_bytes())?;
        repeat(pipe, b",{\"cle1\":1}", 2 << 20)?;
        pipe.write_all(b"]")
    });
    ran.holds(1, &["lecture-arretee", "obligatoire"]);
    for (name, open, piece, rule) in
        [("listes", "[{\"id\":[[]", ",[]", "donnees-illisibles"), ("clés", "[{\"id\":\"1\"", ",\"id\":1", "colonne-en-double")]
    {
        let ran = feed(&format!("16 éléments de 1 Mio, des {name}"), |pipe| {
            for rank in 0..16 {
                let (start, end) = if name == "clés" { (open, "}") } else { (open, "]}") };
                pipe.write_all(if rank == 0 { start } else { &start[1..] }.as_bytes())?;
                pipe.write_all(piece.repeat((1_000 << 10) / piece.len()).as_bytes())?;
                pipe.write_all(format!("{end}{}", if rank == 15 { "]" } else { "," }).as_bytes())?;
            }
            Ok(())
        });
        ran.holds(1, &[rule, "16 éléments lus"]);
    }
}

#[test]
fn a_string_of_a_gibibyte() {
    for (start, unit) in [("[{\"id\":\"1\"},{\"nom\":\"", "élément"), ("{\"id\":\"1\"}\n{\"nom\":\"", "ligne")] {
        let ran = feed("1 Gio, texte JSON sans fin", |pipe| {
            pipe.write_all(start.as_bytes())?;
            repeat(pipe, b"a", 1 << 30)
        });
        ran.holds(1, &["ligne-trop-longue", &format!("{unit} 2 : "), "dépasse 1 Mio"]);
    }
    let ran = feed("1 Gio de crochets", |pipe| {
        pipe.write_all(b"[{\"id\":")?;
        repeat(pipe, b"[", 1 << 30)
    });
    ran.holds(1, &["ligne-trop-longue", "lecture-arretee", "élément 2 : la liste dépasse 512 Mio : la lecture s'arrête là"]);
}

#[test]
fn lists_that_stop_in_the_middle_and_lines_that_are_wrong() {
    validate(b"[{\"id\":\"1\",\"nom\":\"a\"},{\"id\":\"2")
        .holds(1, &["fichier-coupe", "élément 2 : le fichier s'arrête au milieu", "1 élément lu"]);
    let ran = validate(b"{\"id\":\"1\"}\n{\"id\":\n{\"id\":\"3\",\"nom\":{\"a\":1}}\n");
    ran.holds(1, &["ligne 2 : cette ligne n'est pas du JSON", "ligne 3 : « nom » contient un objet", "2 lignes lues"]);
    let map = br#"{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "1"}}]}"#;
    validate(map).holds(2, &["une carte au format GeoJSON"]);
    validate(b"{\"lieux\":[{\"id\":\"1\"}]}").holds(2, &["ce fichier est un objet JSON dont une clé contient une liste"]);
    validate(b"[]").holds(1, &["il n'y a aucune donnée dans le fichier"]);
    validate(b"{}").holds(1, &["il n'y a aucune donnée dans le fichier"]);
    validate(b"[1, 2, \"a\"]").holds(1, &["élément 3 : cet élément n'est pas un objet JSON"]);
}
