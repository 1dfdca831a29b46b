//! `postgresql.sql`: a schema of its own, in one transaction that may run again.
//!
//! | | |
//! |---|---|
//! | `standard`, `vocabulaires`, `valeurs` | what the standard says |
//! | `donnees` | rows with typed columns; constraints named after their field and rule |
//! | `csv_entrant`, `depot` | rows as texts, as a CSV file has them |
//! | `fautes` | what blocks in `depot`, in the words of the engine |
//! | `depot_lu` | `depot` with typed columns |
//! | `verser()` | rows without fault, from `depot` to `donnees` |
//! | `csv_sortant` | `donnees` as the cells of a CSV file |

mod column;
mod faults;
mod loading;
mod rows;

use standard_mediation_model::{Kind, Standard};

use super::{Dialect, kind, quoting, schema};

const DIALECT: Dialect = Dialect::PostgreSql;

pub(super) fn text(standard: &Standard) -> String {
    [
        opening(standard),
        vocabularies(standard),
        functions(standard),
        rows::text(standard),
        loading::entry(standard),
        faults::text(standard),
        loading::exit(standard),
        "COMMIT;\n".to_owned(),
    ]
    .join("\n")
}

/// The transaction, the schema, and what refuses to run over another version.
fn opening(standard: &Standard) -> String {
    let (schema, version) = (schema(standard), standard.identity.version.to_string());
    let guard = quoting::dollars(&format!(
        "DECLARE\n  presente text;\nBEGIN\n  IF current_setting('server_encoding') <> 'UTF8' THEN\n    \
         RAISE EXCEPTION 'cette base n''est pas en UTF-8' USING HINT = 'créez-la avec ENCODING ''UTF8''';\n  END IF;\n  \
         SELECT nom || ' ' || version INTO presente FROM {schema}.standard\n    WHERE (nom, version) <> ({}, {version_literal});\n  \
         IF presente IS NOT NULL THEN\n    \
         RAISE EXCEPTION 'le schéma {schema} contient déjà %', presente\n      \
         USING HINT = 'gardez-le sous un autre nom : ALTER SCHEMA {schema} RENAME TO …';\n  END IF;\nEND",
        quoting::literal(&standard.identity.name),
        version_literal = quoting::literal(&version),
    ));
    format!(
        "-- Fichier produit depuis le standard ; ne le modifiez pas à la main.\n\
         -- PostgreSQL 14 ou plus récent. Se charge autant de fois que l'on veut, ne retire rien.\n\
         BEGIN;\n\
         SET LOCAL client_encoding = 'UTF8';\n\
         SET LOCAL standard_conforming_strings = on;\n\
         SET LOCAL client_min_messages = warning;\n\
         CREATE SCHEMA IF NOT EXISTS {schema};\n\
         SET LOCAL search_path = {schema}, pg_temp;\n\n\
         CREATE TABLE IF NOT EXISTS standard (\n  nom text NOT NULL,\n  version text PRIMARY KEY,\n  titre text NOT NULL\n);\n\
         DO {guard};\n\
         INSERT INTO standard (nom, version, titre) VALUES ({}, {}, {})\n\
         ON CONFLICT (version) DO UPDATE SET titre = excluded.titre;\n",
        quoting::literal(&standard.identity.name),
        quoting::literal(&version),
        quoting::literal(&standard.identity.title),
    )
}

fn vocabularies(standard: &Standard) -> String {
    let tables = "CREATE TABLE IF NOT EXISTS vocabulaires (
  nom text PRIMARY KEY,
  titre text NOT NULL,
  description text NOT NULL,
  ferme boolean NOT NULL
);
COMMENT ON TABLE vocabulaires IS 'Les listes de valeurs. Fermée : une autre valeur est refusée.';

CREATE TABLE IF NOT EXISTS valeurs (
  vocabulaire text NOT NULL REFERENCES vocabulaires,
  rang bigint NOT NULL,
  code text NOT NULL,
  libelle text NOT NULL,
  definition text NOT NULL,
  depuis text NOT NULL,
  deprecie text,
  remplace_par text,
  alias text[] NOT NULL,
  PRIMARY KEY (vocabulaire, code),
  UNIQUE (vocabulaire, libelle) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (vocabulaire, remplace_par) REFERENCES valeurs (vocabulaire, code) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE valeurs IS 'Les valeurs de chaque liste. Le code ne change jamais ; le libellé est le texte échangé dans les fichiers.';
COMMENT ON COLUMN valeurs.depuis IS 'Première version du standard qui a cette valeur';
COMMENT ON COLUMN valeurs.deprecie IS 'Version à partir de laquelle elle n''est plus à utiliser';
COMMENT ON COLUMN valeurs.remplace_par IS 'Code de la valeur à utiliser à la place';
COMMENT ON COLUMN valeurs.alias IS 'Autres écritures vues dans de vrais fichiers, à ne pas écrire';
";
    format!("{tables}\n{}{}", super::vocabularies(DIALECT, standard), super::values(DIALECT, standard))
}

/// The functions that constraints and diagnostics rest upon.
fn functions(standard: &Standard) -> String {
    let form = |expression: &str| DIALECT.matches("texte", expression).unwrap_or_else(|| "false".to_owned());
    let mut out = format!(
        "-- Un texte écrit comme un nombre. Sans signe plus, sans exposant, mille caractères au plus.\n\
         CREATE OR REPLACE FUNCTION nombre(texte text) RETURNS numeric\nLANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE\n\
         RETURN CASE WHEN char_length(texte) <= 1000 AND {} THEN texte::numeric END;\n\n\
         -- Un nombre à virgule flottante, borné pour ne jamais déborder.\n\
         CREATE OR REPLACE FUNCTION reel(valeur numeric) RETURNS double precision\nLANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE\n\
         RETURN least(greatest(valeur, -1e308), 1e308)::double precision;\n\n\
         CREATE OR REPLACE FUNCTION reel(texte text) RETURNS double precision\nLANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE\n\
         RETURN reel(nombre(texte));\n\n\
         -- Un jour du calendrier, écrit année-mois-jour. L'année 0000 est celle qui précède l'an 1.\n\
         CREATE OR REPLACE FUNCTION jour(texte text) RETURNS date\nLANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE\n\
         RETURN CASE WHEN {} THEN\n  make_date(coalesce(nullif(left(texte, 4)::integer, 0), -1), substr(texte, 6, 2)::integer, \
         right(texte, 2)::integer)\nEND;\n\n\
         CREATE OR REPLACE FUNCTION jour_ecrit(valeur date) RETURNS text\nLANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE\n\
         RETURN lpad((CASE WHEN valeur < make_date(1, 1, 1) THEN 0 ELSE date_part('year', valeur) END)::text, 4, '0')\n  \
         || '-' || lpad(date_part('month', valeur)::text, 2, '0') || '-' || lpad(date_part('day', valeur)::text, 2, '0');\n",
        form(kind::NUMBER),
        form(kind::DAY),
    );
    if standard.fields.iter().any(|field| matches!(field.kind, Kind::GeoJson | Kind::Object | Kind::Array | Kind::Point)) {
        out.push_str(
            "\n-- Ce que contient un texte écrit en JSON : object, array… ; rien s'il n'est pas du JSON.\n\
             CREATE OR REPLACE FUNCTION type_json(texte text) RETURNS text\nLANGUAGE plpgsql IMMUTABLE STRICT AS $corps$\n\
             BEGIN\n  RETURN json_typeof(texte::json);\nEXCEPTION WHEN others THEN\n  RETURN NULL;\nEND\n$corps$;\n\n\
             CREATE OR REPLACE FUNCTION elements_json(texte text) RETURNS text[]\nLANGUAGE plpgsql IMMUTABLE STRICT AS $corps$\n\
             BEGIN\n  RETURN coalesce((SELECT array_agg(coalesce(e, 'null')) FROM json_array_elements_text(texte::json) AS e), '{}');\n\
             EXCEPTION WHEN others THEN\n  RETURN '{}';\nEND\n$corps$;\n",
        );
    }
    out
}
