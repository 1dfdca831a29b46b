//! The colour of each family of fields, in the spreadsheet template and on the printed cards.
//!
//! In: the standard and the name of a family. Out: a dark and a light shade of one hue. The hue follows the rank of the
//! family; past the last one they come round again. Colour never says anything alone: words or a shape say it besides.

use standard_mediation_model::Standard;

/// Two shades of a hue, as red, green and blue, eight bits each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hue {
    /// White text reads on it (contrast of 4.5 or more).
    pub dark: u32,
    /// Text in the dark shade reads on it (same contrast).
    pub light: u32,
}

const HUES: [Hue; 8] = [
    Hue { dark: 0x1F_4E79, light: 0xDD_EBF7 },
    Hue { dark: 0x2C_6330, light: 0xE2_F0D9 },
    Hue { dark: 0x5B_3A8C, light: 0xEA_E3F5 },
    Hue { dark: 0x8F_3A12, light: 0xFB_E6DB },
    Hue { dark: 0x44_546A, light: 0xE6_EAF0 },
    Hue { dark: 0x0B_6063, light: 0xD9_F0F0 },
    Hue { dark: 0x8A_1C5A, light: 0xF8_E0EE },
    Hue { dark: 0x5C_5800, light: 0xF1_EFCF },
];

/// The hue of what belongs to no family.
pub(crate) const NEUTRAL: Hue = Hue { dark: 0x33_3F4F, light: 0xEC_EEF2 };

/// The hue of a family of fields.
pub(crate) fn of(standard: &Standard, group: &str) -> Hue {
    HUES[rank(standard, group)]
}

/// Which of the hues a family has, from 0: `teinte-0` in the style of the site.
pub(crate) fn rank(standard: &Standard, group: &str) -> usize {
    standard.groups.iter().position(|known| known.name == group).unwrap_or(0) % HUES.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance of WCAG 2.
    fn luminance(colour: u32) -> f64 {
        let part = |shift: u32| {
            let part = f64::from(colour >> shift & 0xFF) / 255.0;
            if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }

    #[test]
    fn texts_read_on_every_hue() {
        for Hue { dark, light } in HUES.into_iter().chain([NEUTRAL]) {
            for (above, below) in [(0xFF_FFFF, dark), (light, dark)] {
                let contrast = (luminance(above) + 0.05) / (luminance(below) + 0.05);
                assert!(contrast >= 4.5, "{above:06X} on {below:06X}: {contrast}");
            }
        }
    }
}
