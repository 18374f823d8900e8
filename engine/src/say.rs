//! The prose of diagnostics, which the program for the browser leaves out.
//!
//! Rule editors read diagnostics in the command, which says them in full. A page needs to know only
//! that a rule file is broken, where, and under which code, and the prose would make it a fifth
//! larger. So the feature `prose`, which is on by default, decides whether there is any.

/// A sentence for a rule editor, as `format!` makes it; empty without the feature `prose`.
#[cfg(feature = "prose")]
macro_rules! say {
    ($($part:tt)*) => { format!($($part)*) };
}

/// A sentence for a rule editor; empty, because the feature `prose` is off.
#[cfg(not(feature = "prose"))]
macro_rules! say {
    ($($part:tt)*) => {{
        // Never called: it keeps what the sentence names from being reported as unused.
        let _ = || format!($($part)*);
        String::new()
    }};
}
