//! `cargo xtask`: build, serve and test Wicketgate with nothing installed by hand.
//!
//! ```text
//! arguments -> Task -> build: prerequisites, styles, program, site
//!                      serve: build, then a small file server that republishes rules as they are saved
//!                      test:  everything that must hold before a change lands
//! ```

mod arguments;
mod bench;
mod build;
mod chromium;
mod failure;
mod licences;
mod places;
mod prerequisites;
mod program;
mod run;
mod scripts;
mod serve;
mod site;
mod sizes;
mod split;
mod step;
mod styles;
mod test;

use arguments::Task;
use failure::Result;
use std::process::ExitCode;

fn main() -> ExitCode {
    match arguments::parse(std::env::args().skip(1)).and_then(perform) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<()> {
    match task {
        Task::Help => {
            print!("{}", arguments::HELP);
            Ok(())
        }
        Task::Build => build::build(&places::Places::find()?),
        Task::Serve(options) => serve::serve(options),
        Task::Test(options) => test::test(&places::Places::find()?, options),
        Task::Bench(words) => bench::run(&places::Places::find()?, &words),
        Task::Pseudo => program::pseudo(&places::Places::find()?).map(drop),
        Task::Sizes => {
            let places = places::Places::find()?;
            build::build(&places)?;
            sizes::check(&places)
        }
    }
}
