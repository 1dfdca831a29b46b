//! One source file: its text, its tree, its decoded shape.

use std::ops::Range;

use super::report::Report;
use super::tree::{Node, NodeKind, Step};

/// A file that could be read, with its shape `T`.
#[derive(Debug)]
pub(crate) struct Document<T> {
    /// Relative path with `/`.
    pub(crate) path: String,
    /// Clean text: UTF-8, no byte order mark, LF.
    pub(crate) text: String,
    /// Where everything stands.
    pub(crate) root: Node,
    /// What it says.
    pub(crate) shape: T,
}

impl<T> Document<T> {
    /// The name of the file without folder and extension.
    pub(crate) fn stem(&self) -> &str {
        stem(&self.path)
    }

    /// An empty report about this file.
    pub(crate) fn report(&self) -> Report<'_> {
        Report::new(&self.path, &self.text)
    }

    /// The node at the end of a path, or the nearest one that exists on the way.
    pub(crate) fn node(&self, path: &[Step<'_>]) -> &Node {
        path.iter().try_fold(&self.root, |node, step| node.child(*step).ok_or(node)).unwrap_or_else(|nearest| nearest)
    }

    /// The bytes of the value at the end of a path.
    pub(crate) fn span(&self, path: &[Step<'_>]) -> Range<usize> {
        self.node(path).span.clone()
    }

    /// The bytes of the last key of a path, or of the value when the path ends with an item.
    pub(crate) fn key_span(&self, path: &[Step<'_>]) -> Range<usize> {
        if let Some((Step::Key(last), parents)) = path.split_last()
            && let NodeKind::Map(entries) = &self.node(parents).kind
            && let Some((key, _)) = entries.iter().find(|(key, _)| key.text == *last)
        {
            return key.span.clone();
        }
        self.span(path)
    }
}

/// The name of a file without folder and extension.
pub(crate) fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
