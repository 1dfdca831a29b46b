//! stub
use standard_mediation_model::Finding;
use std::collections::BTreeMap;
/// stub
pub fn check(_tree: &BTreeMap<String, Vec<u8>>, _tag: Option<&str>) -> Vec<Finding> {
    Vec::new()
}
