//! The territory of a row, told from its codes.
//!
//! In: an official code of commune, or else a postal code. Out: a département or a collectivity overseas, of the list
//! below. A postal code may be served from next door: the official code comes first.
//!
//! Codes and names are those of the official geographic code (INSEE), as the npm package
//! `@etalab/decoupage-administratif` 6.0.0 gives them (Licence Ouverte 2.0).

/// A département, or a collectivity overseas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Territory(usize);

impl Territory {
    /// Its official code: two characters, three overseas.
    pub fn code(self) -> &'static str {
        TERRITORIES[self.0].0
    }

    /// Its official name.
    pub fn name(self) -> &'static str {
        TERRITORIES[self.0].1
    }

    /// The territory of an official code of commune: `2B033`, `97411`.
    pub fn of_insee(code: &str) -> Option<Self> {
        let bytes = code.as_bytes();
        let corsican = matches!(bytes, [b'2', b'A' | b'B', ..]);
        let digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
        if bytes.len() != 5 || !digits(&bytes[2..]) || !(corsican || digits(&bytes[..2])) {
            return None;
        }
        of_code(&code[..if matches!(&code[..2], "97" | "98") { 3 } else { 2 }])
    }

    /// The territory of a postal code: `20250` is in Haute-Corse, `97133` in Saint-Barthélemy.
    pub fn of_postal(code: &str) -> Option<Self> {
        if code.len() != 5 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        match code {
            "97133" => of_code("977"),
            "97150" => of_code("978"),
            _ if code.starts_with("200") || code.starts_with("201") => of_code("2A"),
            _ if code.starts_with("20") => of_code("2B"),
            _ if code.starts_with("97") || code.starts_with("98") => of_code(&code[..3]),
            _ => of_code(&code[..2]),
        }
    }
}

fn of_code(code: &str) -> Option<Territory> {
    TERRITORIES.binary_search_by_key(&code, |(code, _)| code).ok().map(Territory)
}

/// In the order of their codes.
const TERRITORIES: [(&str, &str); 109] = [
    ("01", "Ain"),
    ("02", "Aisne"),
    ("03", "Allier"),
    ("04", "Alpes-de-Haute-Provence"),
    ("05", "Hautes-Alpes"),
    ("06", "Alpes-Maritimes"),
    ("07", "Ardèche"),
    ("08", "Ardennes"),
    ("09", "Ariège"),
    ("10", "Aube"),
    ("11", "Aude"),
    ("12", "Aveyron"),
    ("13", "Bouches-du-Rhône"),
    ("14", "Calvados"),
    ("15", "Cantal"),
    ("16", "Charente"),
    ("17", "Charente-Maritime"),
    ("18", "Cher"),
    ("19", "Corrèze"),
    ("21", "Côte-d'Or"),
    ("22", "Côtes-d'Armor"),
    ("23", "Creuse"),
    ("24", "Dordogne"),
    ("25", "Doubs"),
    ("26", "Drôme"),
    ("27", "Eure"),
    ("28", "Eure-et-Loir"),
    ("29", "Finistère"),
    ("2A", "Corse-du-Sud"),
    ("2B", "Haute-Corse"),
    ("30", "Gard"),
    ("31", "Haute-Garonne"),
    ("32", "Gers"),
    ("33", "Gironde"),
    ("34", "Hérault"),
    ("35", "Ille-et-Vilaine"),
    ("36", "Indre"),
    ("37", "Indre-et-Loire"),
    ("38", "Isère"),
    ("39", "Jura"),
    ("40", "Landes"),
    ("41", "Loir-et-Cher"),
    ("42", "Loire"),
    ("43", "Haute-Loire"),
    ("44", "Loire-Atlantique"),
    ("45", "Loiret"),
    ("46", "Lot"),
    ("47", "Lot-et-Garonne"),
    ("48", "Lozère"),
    ("49", "Maine-et-Loire"),
    ("50", "Manche"),
    ("51", "Marne"),
    ("52", "Haute-Marne"),
    ("53", "Mayenne"),
    ("54", "Meurthe-et-Moselle"),
    ("55", "Meuse"),
    ("56", "Morbihan"),
    ("57", "Moselle"),
    ("58", "Nièvre"),
    ("59", "Nord"),
    ("60", "Oise"),
    ("61", "Orne"),
    ("62", "Pas-de-Calais"),
    ("63", "Puy-de-Dôme"),
    ("64", "Pyrénées-Atlantiques"),
    ("65", "Hautes-Pyrénées"),
    ("66", "Pyrénées-Orientales"),
    ("67", "Bas-Rhin"),
    ("68", "Haut-Rhin"),
    ("69", "Rhône"),
    ("70", "Haute-Saône"),
    ("71", "Saône-et-Loire"),
    ("72", "Sarthe"),
    ("73", "Savoie"),
    ("74", "Haute-Savoie"),
    ("75", "Paris"),
    ("76", "Seine-Maritime"),
    ("77", "Seine-et-Marne"),
    ("78", "Yvelines"),
    ("79", "Deux-Sèvres"),
    ("80", "Somme"),
    ("81", "Tarn"),
    ("82", "Tarn-et-Garonne"),
    ("83", "Var"),
    ("84", "Vaucluse"),
    ("85", "Vendée"),
    ("86", "Vienne"),
    ("87", "Haute-Vienne"),
    ("88", "Vosges"),
    ("89", "Yonne"),
    ("90", "Territoire de Belfort"),
    ("91", "Essonne"),
    ("92", "Hauts-de-Seine"),
    ("93", "Seine-Saint-Denis"),
    ("94", "Val-de-Marne"),
    ("95", "Val-d'Oise"),
    ("971", "Guadeloupe"),
    ("972", "Martinique"),
    ("973", "Guyane"),
    ("974", "La Réunion"),
    ("975", "Saint-Pierre-et-Miquelon"),
    ("976", "Mayotte"),
    ("977", "Saint-Barthélemy"),
    ("978", "Saint-Martin"),
    ("984", "Terres australes et antarctiques françaises"),
    ("986", "Wallis et Futuna"),
    ("987", "Polynésie française"),
    ("988", "Nouvelle-Calédonie"),
    ("989", "Île de Clipperton"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_lead_to_their_territory() {
        let code = |territory: Option<Territory>| territory.map(Territory::code);
        for (insee, expected) in [
            ("01053", Some("01")),
            ("2A004", Some("2A")),
            ("2b033", None),
            ("97411", Some("974")),
            ("98818", Some("988")),
            ("20004", None),
            ("00123", None),
            ("9741", None),
            ("éé1", None),
        ] {
            assert_eq!(code(Territory::of_insee(insee)), expected, "{insee}");
        }
        for (postal, expected) in [
            ("20000", Some("2A")),
            ("20169", Some("2A")),
            ("20250", Some("2B")),
            ("20600", Some("2B")),
            ("97133", Some("977")),
            ("97150", Some("978")),
            ("97180", Some("971")),
            ("98714", Some("987")),
            ("98000", None),
            ("1000", None),
        ] {
            assert_eq!(code(Territory::of_postal(postal)), expected, "{postal}");
        }
    }

    #[test]
    fn territories_are_in_the_order_of_their_codes() {
        assert!(TERRITORIES.is_sorted_by_key(|(code, _)| code));
        assert_eq!(of_code("974").map(Territory::name), Some("La Réunion"));
    }
}
