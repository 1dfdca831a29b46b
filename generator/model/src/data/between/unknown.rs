//! Without the list of communes, nothing is said of them: no rule that needs it is evaluated.

/// Nothing.
#[derive(Debug, Default)]
pub(in super::super) struct Known;

impl Known {
    #[expect(clippy::unused_self, reason = "as with the list")]
    pub(super) fn codes(&mut self, _: &[u8], _: &[u8]) -> bool {
        true
    }

    #[expect(clippy::unused_self, reason = "as with the list")]
    pub(super) fn name(&mut self, _: &[u8], _: &[u8]) -> bool {
        true
    }

    #[expect(clippy::unused_self, reason = "as with the list")]
    pub(super) fn served(&mut self, _: &[u8], _: &[u8]) -> bool {
        true
    }

    #[expect(clippy::unused_self, reason = "as with the list")]
    pub(super) fn point(&mut self, _: &[u8], _: &[u8], _: &[u8]) -> bool {
        true
    }
}
