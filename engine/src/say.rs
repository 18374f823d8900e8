//! The words of diagnostics, which the program for the browser leaves out.
//!
//! Rule editors read diagnostics in the command, which says them in full. A page needs to know only
//! that a rule file is broken, where, and under which code, and the words would make it a fifth
//! larger. So the feature `authoring`, which is on by default, decides whether there are any.

/// A sentence for a rule editor, as `format!` makes it; empty without the feature `authoring`.
#[cfg(feature = "authoring")]
macro_rules! say {
    ($($part:tt)*) => { format!($($part)*) };
}

/// A sentence for a rule editor; empty, because the feature `authoring` is off.
#[cfg(not(feature = "authoring"))]
macro_rules! say {
    ($($part:tt)*) => {{
        // Never called: it keeps what the sentence names from being reported as unused.
        let _ = || format!($($part)*);
        wicketgate_grammar::Words
    }};
}
