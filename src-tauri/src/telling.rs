//! How far long work has come, told to whoever waits: the page, or the terminal. Owns when it is worth telling, and that it is
//! called off; refuses to know any work.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use desk::views::Progress;
use desk::{Heard, Words};

use crate::process;

/// What is done within this time is not worth telling.
const SOON: Duration = Duration::from_secs(1);
/// The page is told no more often than this.
const EACH: Duration = Duration::from_millis(150);
/// The terminal neither.
const LINE_EACH: Duration = Duration::from_secs(5);

/// Where the page hears it; nothing when the work is over.
type Page = Box<dyn Fn(Option<&Progress>) + Send>;

/// What is told to the page about the one work that is under way.
#[derive(Default)]
pub(crate) struct Telling {
    page: Mutex<Option<Page>>,
    work: Mutex<Option<Work>>,
}

struct Work {
    began: Instant,
    told: Option<Instant>,
    called_off: bool,
}

impl Telling {
    /// From now on the page hears it.
    pub(crate) fn to(&self, page: Page) {
        *self.page.lock().unwrap_or_else(PoisonError::into_inner) = Some(page);
    }

    /// Hears how far the work has come, and says whether it goes on.
    pub(crate) fn hear(&self, progress: &Progress) -> bool {
        let (worth, called_off) = self.note(progress);
        if worth {
            self.say(Some(progress));
        }
        !(called_off && progress.stops)
    }

    fn note(&self, progress: &Progress) -> (bool, bool) {
        let mut work = self.work();
        let work = work.get_or_insert_with(|| Work { began: Instant::now(), told: None, called_off: false });
        // A step that does not stop may take long, and be the last word for as long.
        let worth = !progress.stops
            || work.began.elapsed() >= SOON && work.told.is_none_or(|told| told.elapsed() >= EACH);
        if worth {
            work.told = Some(Instant::now());
        }
        (worth, work.called_off)
    }

    /// Calls off the work that is under way, if there is one.
    pub(crate) fn call_off(&self) {
        if let Some(work) = self.work().as_mut() {
            work.called_off = true;
        }
    }

    /// The work is over, however it ended.
    pub(crate) fn over(&self) {
        if self.work().take().is_some_and(|work| work.told.is_some()) {
            self.say(None);
        }
    }

    fn say(&self, progress: Option<&Progress>) {
        if let Some(page) = self.page.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            page(progress);
        }
    }

    fn work(&self) -> MutexGuard<'_, Option<Work>> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Says on standard error how far long work has come: each step that is waited out, and now and then how much of one is done.
pub(crate) fn at_the_terminal(words: impl Fn() -> Words + Send + Sync + 'static) -> Heard {
    let last: Mutex<Option<(String, u32, Instant)>> = Mutex::new(None);
    Box::new(move |progress| {
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        let worth = match &*last {
            None => !progress.stops,
            Some((work, done, told)) => {
                let another = *work != progress.work || *done != progress.done;
                another && (!progress.stops || told.elapsed() >= LINE_EACH)
            }
        };
        if worth {
            process::complain(&said(&words(), progress));
        }
        if worth || last.is_none() {
            *last = Some((progress.work.clone(), progress.done, Instant::now()));
        }
        true
    })
}

fn said(words: &Words, progress: &Progress) -> String {
    let (done, of) = (progress.done.to_string(), progress.of.to_string());
    words.fill(&format!("progress-{}", progress.work), &[("done", &done), ("of", &of)])
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn progress(work: &str, done: u32, stops: bool) -> Progress {
        Progress { work: work.to_owned(), done, of: 9, percent: None, stops }
    }

    /// What the page heard: how many were done, or that the work is over.
    fn listening() -> (Telling, Arc<Mutex<Vec<Option<u32>>>>) {
        let (telling, heard) = (Telling::default(), Arc::new(Mutex::new(Vec::new())));
        let page = Arc::clone(&heard);
        telling.to(Box::new(move |progress| page.lock().unwrap().push(progress.map(|one| one.done))));
        (telling, heard)
    }

    #[test]
    fn what_is_soon_done_is_not_told_and_a_step_that_does_not_stop_is() {
        let (telling, heard) = listening();
        assert!(telling.hear(&progress("duplicates", 1, true)));
        telling.over();
        assert_eq!(*heard.lock().unwrap(), []);
        assert!(telling.hear(&progress("layout", 1, false)) && telling.hear(&progress("layout", 2, false)));
        telling.over();
        assert_eq!(*heard.lock().unwrap(), [Some(1), Some(2), None]);
    }

    #[test]
    fn only_the_work_under_way_is_called_off_and_only_one_that_stops() {
        let (telling, _) = listening();
        telling.call_off();
        assert!(telling.hear(&progress("duplicates", 1, true)), "nothing was under way");
        telling.call_off();
        assert!(!telling.hear(&progress("duplicates", 2, true)));
        assert!(telling.hear(&progress("layout", 2, false)), "it would leave a vault half brought forward");
        telling.over();
        assert!(telling.hear(&progress("bundle", 1, true)), "the next work knows nothing of it");
    }
}
