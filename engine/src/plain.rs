//! Plain data, as JSON has it, independent of any JSON library.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// A value of JSON. Numbers occur in no input of the engine and are kept only to be named in errors.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Plain>),
    /// An object, in the order of its members.
    Map(Vec<(String, Plain)>),
}

impl Plain {
    /// A string.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The member of an object.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(members) => members
                .iter()
                .find(|(name, _)| name == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// The value as JSON, indented, members in their order: the same value is the same text.
    pub fn json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out.push('\n');
        out
    }

    fn write(&self, out: &mut String, depth: usize) {
        let line = |out: &mut String, depth: usize| {
            out.push('\n');
            for _ in 0..depth {
                out.push_str("  ");
            }
        };
        let (marks, count) = match self {
            Self::Null => return out.push_str("null"),
            Self::Bool(value) => return out.push_str(if *value { "true" } else { "false" }),
            // Whole numbers only are ever written; telling others apart would cost kilobytes.
            Self::Number(value) => return out.push_str(&(*value as usize).to_string()),
            Self::Text(text) => return quote(text, out),
            Self::List(values) => (["[", "]"], values.len()),
            Self::Map(members) => (["{", "}"], members.len()),
        };
        let [open, close] = marks;
        out.push_str(open);
        for at in 0..count {
            out.push_str(if at == 0 { "" } else { "," });
            line(out, depth + 1);
            match self {
                Self::List(values) => {
                    if let Some(value) = values.get(at) {
                        value.write(out, depth + 1);
                    }
                }
                Self::Map(members) => {
                    if let Some((key, value)) = members.get(at) {
                        quote(key, out);
                        out.push_str(": ");
                        value.write(out, depth + 1);
                    }
                }
                _ => {}
            }
        }
        if count > 0 {
            line(out, depth);
        }
        out.push_str(close);
    }
}

/// A text as JSON writes it.
fn quote(text: &str, out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' => out.push_str("\\n"),
            letter if (letter as u32) < 0x20 => {
                out.push_str("\\u00");
                for shift in [4, 0] {
                    let digit = DIGITS.get((letter as usize >> shift) & 15);
                    out.push(char::from(digit.copied().unwrap_or(b'0')));
                }
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
}

impl Serialize for Plain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::List(values) => serializer.collect_seq(values),
            Self::Map(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (key, value) in members {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PlainVisitor)
    }
}

struct PlainVisitor;

impl<'de> Visitor<'de> for PlainVisitor {
    type Value = Plain;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("plain data")
    }

    fn visit_unit<E>(self) -> Result<Plain, E> {
        Ok(Plain::Null)
    }

    fn visit_none<E>(self) -> Result<Plain, E> {
        Ok(Plain::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Plain, D::Error> {
        deserializer.deserialize_any(Self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Plain, E> {
        Ok(Plain::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Plain, E> {
        Ok(Plain::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Plain, E> {
        Ok(Plain::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Plain, E> {
        Ok(Plain::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Plain, E> {
        Ok(Plain::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Plain, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = values.next_element()? {
            list.push(value);
        }
        Ok(Plain::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Plain, A::Error> {
        let mut map = Vec::new();
        while let Some(member) = members.next_entry()? {
            map.push(member);
        }
        // An object of JavaScript cannot hold a name twice, so browsers do without the check.
        #[cfg(not(target_family = "wasm"))]
        if let Some(name) = twice(&map) {
            return Err(serde::de::Error::custom(format!("`{name}` is given twice")));
        }
        Ok(Plain::Map(map))
    }
}

/// A name that two members of an object have. Which of the two is meant, nobody can tell.
#[cfg(not(target_family = "wasm"))]
fn twice(members: &[(String, Plain)]) -> Option<&str> {
    let mut names: Vec<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    let mut pairs = names.windows(2);
    pairs.find_map(|pair| match pair {
        [one, other] if one == other => Some(*one),
        _ => None,
    })
}
