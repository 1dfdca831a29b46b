//! JSON with places: every value and every key knows where it stands in the text.
//!
//! In: a text. Out: a tree, or the first thing that is wrong with it, in French. A key given twice keeps its last value, as
//! every reader does, and is named, because the first one is lost. Depth is bounded, nothing is recursive beyond it.

use std::collections::BTreeMap;
use std::ops::Range;

/// Lists and objects inside one another.
const MAX_DEPTH: usize = 64;

/// A value and its place, in bytes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) span: Range<usize>,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    /// As written.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Map(Vec<Member>),
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member {
    pub(crate) key: String,
    pub(crate) key_span: Range<usize>,
    pub(crate) node: Node,
}

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) span: Range<usize>,
    pub(crate) message: String,
    pub(crate) help: String,
}

/// A document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Document {
    pub(crate) root: Node,
    /// The keys given twice, where the first of them stands.
    pub(crate) repeated: Vec<(String, Range<usize>)>,
}

/// Reads a text.
pub(crate) fn read(text: &str) -> Result<Document, Fault> {
    let mut reader = Reader { text, at: 0, repeated: Vec::new() };
    let root = reader.value(0)?;
    reader.blank();
    if reader.at < text.len() {
        return Err(reader.fault("du texte suit la fin du document", "gardez une seule accolade ouvrante et sa fermante"));
    }
    Ok(Document { root, repeated: reader.repeated })
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    repeated: Vec<(String, Range<usize>)>,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Result<Node, Fault> {
        self.blank();
        let start = self.at;
        if depth > MAX_DEPTH {
            return Err(self.fault(
                "les listes et les objets sont imbriqués trop profondément",
                "un schéma n'a besoin que de quelques niveaux : vérifiez que c'est le bon fichier",
            ));
        }
        let value = match self.peek() {
            Some('{') => self.map(depth)?,
            Some('[') => self.list(depth)?,
            Some('"') => Value::Text(self.string()?),
            Some('-' | '0'..='9') => self.number()?,
            Some(_) => self.word()?,
            None => return Err(self.ended()),
        };
        Ok(Node { value, span: start..self.at })
    }

    fn map(&mut self, depth: usize) -> Result<Value, Fault> {
        self.at += 1;
        let mut members: Vec<Member> = Vec::new();
        let mut ranks: BTreeMap<String, usize> = BTreeMap::new();
        self.blank();
        if self.take('}') {
            return Ok(Value::Map(members));
        }
        loop {
            self.blank();
            let start = self.at;
            match self.peek() {
                Some('"') => {}
                None => return Err(self.ended()),
                Some('}') => return Err(self.fault("une virgule précède l'accolade fermante", "retirez la virgule")),
                Some(_) => return Err(self.fault("il faut une clé entre guillemets", "écrivez \"clé\": valeur")),
            }
            let key = self.string()?;
            let key_span = start..self.at;
            self.blank();
            if !self.take(':') {
                return Err(if self.at == self.text.len() {
                    self.ended()
                } else {
                    self.fault("il manque « : » après la clé", "écrivez \"clé\": valeur")
                });
            }
            let node = self.value(depth + 1)?;
            let rank = *ranks.entry(key.clone()).or_insert(members.len());
            let member = Member { key, key_span, node };
            match members.get_mut(rank) {
                Some(first) => {
                    let first = std::mem::replace(first, member);
                    self.repeated.push((first.key, first.key_span));
                }
                None => members.push(member),
            }
            if !self.more('}', "il manque une virgule ou une accolade fermante")? {
                return Ok(Value::Map(members));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<Value, Fault> {
        self.at += 1;
        let mut items = Vec::new();
        self.blank();
        if self.take(']') {
            return Ok(Value::List(items));
        }
        loop {
            self.blank();
            if self.peek() == Some(']') {
                return Err(self.fault("une virgule précède le crochet fermant", "retirez la virgule"));
            }
            items.push(self.value(depth + 1)?);
            if !self.more(']', "il manque une virgule ou un crochet fermant")? {
                return Ok(Value::List(items));
            }
        }
    }

    /// Whether another item follows: a comma, or else the closing sign.
    fn more(&mut self, close: char, otherwise: &str) -> Result<bool, Fault> {
        self.blank();
        if self.take(',') {
            Ok(true)
        } else if self.take(close) {
            Ok(false)
        } else if self.at == self.text.len() {
            Err(self.ended())
        } else {
            Err(self.fault(otherwise, "comparez avec la ligne précédente"))
        }
    }

    fn string(&mut self) -> Result<String, Fault> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let start = self.at;
            let Some(c) = self.peek() else { return Err(self.ended()) };
            self.at += c.len_utf8();
            match c {
                '"' => return Ok(out),
                '\\' => {
                    let c = self.escape().ok_or_else(|| Fault {
                        span: start..start + 1,
                        message: "une barre oblique inverse ne se lit pas ici".into(),
                        help: "doublez-la : \\\\".into(),
                    })?;
                    out.push(c);
                }
                c if c < ' ' => {
                    let help = "un texte tient sur une ligne : écrivez \\n pour un retour à la ligne, \\t pour une tabulation";
                    return Err(Fault {
                        span: start..self.at,
                        message: "un retour à la ligne ou une tabulation coupe le texte".into(),
                        help: help.into(),
                    });
                }
                c => out.push(c),
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(match c {
            '"' | '\\' | '/' => c,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let high = self.hexadecimal()?;
                if !(0xD800..0xDC00).contains(&high) {
                    return char::from_u32(high);
                }
                if !self.text[self.at..].starts_with("\\u") {
                    return None;
                }
                self.at += 2;
                let low = self.hexadecimal()?.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
                return char::from_u32(0x1_0000 + ((high - 0xD800) << 10) + low);
            }
            _ => return None,
        })
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        digits.bytes().all(|b| b.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())?
    }

    fn number(&mut self) -> Result<Value, Fault> {
        let rest = &self.text[self.at..];
        let len = rest.find(|c: char| !matches!(c, '0'..='9' | '+' | '-' | '.' | 'e' | 'E')).unwrap_or(rest.len());
        let written = &rest[..len];
        if serde_json::from_str::<serde_json::Value>(written).is_err() {
            let span = self.at..self.at + len;
            return Err(Fault {
                span,
                message: format!("« {written} » n'est pas un nombre de JSON"),
                help: "écrivez-le en chiffres, ou entre guillemets si c'est un texte".into(),
            });
        }
        self.at += len;
        Ok(Value::Number(written.to_owned()))
    }

    fn word(&mut self) -> Result<Value, Fault> {
        let rest = &self.text[self.at..];
        for (word, value) in [("true", Value::Bool(true)), ("false", Value::Bool(false)), ("null", Value::Null)] {
            if rest.starts_with(word) && !rest[word.len()..].starts_with(|c: char| c.is_alphanumeric()) {
                self.at += word.len();
                return Ok(value);
            }
        }
        let len = rest.find([',', ']', '}', '\n']).unwrap_or(rest.len());
        let written: String = rest[..len].trim_end().chars().take(40).collect();
        let at = self.at;
        Err(Fault {
            span: at..at + written.len().max(1),
            message: format!("« {written} » n'est pas une valeur de JSON"),
            help: "mettez les textes entre guillemets doubles".into(),
        })
    }

    fn blank(&mut self) {
        while matches!(self.peek(), Some(' ' | '\n' | '\r' | '\t')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn take(&mut self, c: char) -> bool {
        let there = self.peek() == Some(c);
        if there {
            self.at += c.len_utf8();
        }
        there
    }

    fn fault(&self, message: &str, help: &str) -> Fault {
        let end = self.at + self.peek().map_or(0, char::len_utf8);
        Fault { span: self.at..end, message: message.to_owned(), help: help.to_owned() }
    }

    fn ended(&self) -> Fault {
        let at = self.text.trim_end().len();
        Fault {
            span: at..at,
            message: "le fichier s'arrête avant la fin".into(),
            help: "il est sans doute tronqué : reprenez-le à sa source".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_serde_reads_is_read_alike() {
        let good = [r#"{"a":[1,-2.5e3,true,false,null,"x"],"b":{}}"#, r#""\u00e9\ud83d\ude00\n\"\\\/""#, " [ ] ", "0"];
        for text in good {
            let node = read(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
            assert_eq!(plain(&node.root), serde_json::from_str::<serde_json::Value>(text).expect("JSON"), "{text}");
        }
    }

    #[test]
    fn what_serde_refuses_is_refused_at_its_place() {
        let bad = [
            ("", 0),
            ("{", 1),
            ("{\"a\":1,}", 7),
            ("[1,]", 3),
            ("{a:1}", 1),
            ("[01]", 1),
            ("[1 2]", 3),
            ("\"a\nb\"", 2),
            ("\"\\x\"", 1),
            ("\"\\ud800\"", 1),
            ("[tru]", 1),
            ("{} {}", 3),
            ("{\"a\" 1}", 5),
            ("[1.]", 1),
            ("[\"a", 3),
        ];
        for (text, at) in bad {
            assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "{text}");
            assert_eq!(read(text).expect_err(text).span.start, at, "{text}");
        }
    }

    #[test]
    fn a_key_given_twice_is_named_and_a_bottomless_depth_is_a_fault() {
        let read_twice = read(r#"{"a":1,"a":2}"#).expect("read");
        assert_eq!(plain(&read_twice.root), serde_json::json!({ "a": 2 }));
        assert_eq!(read_twice.repeated, [("a".to_owned(), 1..4)]);
        assert!(read(&"[".repeat(100_000)).expect_err("deep").message.contains("profond"));
        assert!(read(&format!("{}{}", "[".repeat(60), "]".repeat(60))).is_ok());
    }

    fn plain(node: &Node) -> serde_json::Value {
        match &node.value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(is) => (*is).into(),
            Value::Number(text) => serde_json::from_str(text).expect("a number"),
            Value::Text(text) => text.clone().into(),
            Value::List(items) => items.iter().map(plain).collect(),
            Value::Map(members) => members.iter().map(|member| (member.key.clone(), plain(&member.node))).collect(),
        }
    }
}
