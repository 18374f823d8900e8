//! The day it is, in UTC.

use std::time::{SystemTime, UNIX_EPOCH};

use wicketgate_engine::Date;

/// Today, by the clock of this machine.
pub(crate) fn today() -> Date {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    from_days((seconds / 86_400) as i64).unwrap_or(Date::MIN)
}

/// The date a number of days after 1 January 1970, by the algorithm `civil_from_days` of Howard
/// Hinnant, "chrono-compatible low-level date algorithms" (2013).
fn from_days(days: i64) -> Option<Date> {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Date::new(
        year.try_into().ok()?,
        month.try_into().ok()?,
        day.try_into().ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        let iso = |days| from_days(days).map(Date::iso);
        assert_eq!(iso(0), Some("1970-01-01".into()));
        assert_eq!(iso(17_956), Some("2019-03-01".into()));
        assert_eq!(iso(19_782), Some("2024-02-29".into()));
    }
}
