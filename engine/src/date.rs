//! Calendar dates, without times or time zones.

use std::fmt;

use serde::{Serialize, Serializer};

/// A day of the Gregorian calendar. Dates sort in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// The months as rule files and pages write them.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    /// The first day there is here, before any law of a rulebook.
    pub const MIN: Self = Self {
        year: 1000,
        month: 1,
        day: 1,
    };

    /// The date, if there is such a day between the years 1000 and 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        ((1000..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Self {
            year,
            month,
            day,
        })
    }

    /// Reads `2019-03-01`.
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, length| {
            part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if parts.next().is_some() || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Writes `2019-03-01`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// Year, month and day.
    pub fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// The day after.
    #[must_use]
    pub fn next(self) -> Self {
        Self::new(self.year, self.month, self.day + 1)
            .or_else(|| Self::new(self.year, self.month + 1, 1))
            .or_else(|| Self::new(self.year + 1, 1, 1))
            .unwrap_or(self)
    }
}

/// `1 March 2019`, as GOV.UK writes dates.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let month = MONTHS.get(usize::from(self.month) - 1).unwrap_or(&"");
        write!(f, "{} {month} {}", self.day, self.year)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.iso())
    }
}

impl Default for Period {
    /// Always.
    fn default() -> Self {
        Self {
            from: Date::MIN,
            until: None,
        }
    }
}

/// The days on which something holds: from the first, until and including the last if there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day, if it has ended or its end is known.
    pub until: Option<Date>,
}

impl Period {
    /// Whether a day lies in it.
    pub fn contains(self, date: Date) -> bool {
        self.from <= date && self.until.is_none_or(|until| date <= until)
    }

    /// Whether two periods share a day.
    pub fn overlaps(self, other: Self) -> bool {
        self.until.is_none_or(|until| other.from <= until)
            && other.until.is_none_or(|until| self.from <= until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        assert_eq!(
            Date::from_iso("2024-02-29").map(|date| date.to_string()),
            Some("29 February 2024".into())
        );
        for bad in [
            "2023-02-29",
            "2019-13-01",
            "2019-00-01",
            "2019-1-1",
            "20190101",
            "2019-03-01T00:00",
            "",
            "-",
            "+019-01-01",
        ] {
            assert_eq!(Date::from_iso(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_day_after_crosses_months_and_years() {
        let next = |text: &str| Date::from_iso(text).map(|date| date.next().iso());
        assert_eq!(next("2019-12-31"), Some("2020-01-01".into()));
        assert_eq!(next("2020-02-28"), Some("2020-02-29".into()));
    }
}
