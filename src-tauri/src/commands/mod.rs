//! What the page may call: each command is one call into the desk. Owns the names that the page uses; refuses rules.
//! A command of the page is in three lists, here, in `permissions/app.toml` and in `ui/src/backend`, and a test compares them.

mod casework;
mod documents;
mod dossier;
mod exchange;
mod finding;
mod keeping;
mod loose;
mod office;
mod papers;
mod past;
mod reading;
mod roster;
mod trade;
mod updating;
mod vault;
mod vaulting;
mod writing;

#[cfg(test)]
mod bindings;
#[cfg(test)]
mod lists;

use desk::views::Refused;

/// What a command answers: the page sees a refusal as an error that it can act on.
type Answer<T> = Result<T, Refused>;

/// Hands every command to tauri.
pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        vault::status,
        vault::set_lang,
        vault::begin_vault,
        vault::finish_vault,
        vault::unlock,
        vault::lock,
        vault::pause,
        vault::stir,
        vault::call_off,
        vault::copy_secret,
        vault::keep_draft,
        vault::draft,
        vault::fill_sample,
        vaulting::officers,
        vaulting::officer_add,
        vaulting::officer_remove,
        vaulting::change_passphrase,
        vaulting::rekey,
        vaulting::drill,
        vaulting::recovery_sheet,
        vaulting::backups,
        vaulting::backup_make,
        vaulting::backup_check,
        vaulting::backup_restore,
        vaulting::audit_rows,
        vaulting::audit_verify,
        vaulting::audit_against,
        vaulting::audit_export,
        loose::loose,
        loose::loose_delete,
        loose::loose_keep,
        loose::loose_settle,
        reading::rescues,
        reading::rescue,
        reading::people,
        finding::search,
        finding::duplicates,
        finding::decide_duplicate,
        finding::roster_duplicates,
        finding::links,
        finding::read_mrz,
        finding::statistics,
        finding::statistics_release,
        finding::statistics_prepare,
        finding::statistics_print,
        reading::person,
        reading::record,
        reading::timeline,
        reading::form,
        reading::kinds,
        reading::candidates,
        casework::today,
        casework::movements,
        casework::gate,
        casework::override_gate,
        casework::permits,
        casework::advance_permits,
        casework::standing,
        casework::identification,
        casework::told,
        casework::chain,
        casework::spending,
        writing::record_answer,
        writing::record_answers,
        writing::retract,
        writing::add_record,
        writing::correct,
        writing::remove,
        writing::undo,
        writing::redo,
        roster::roster_pick,
        roster::roster_paste,
        roster::roster_choose,
        roster::roster_take,
        roster::roster_drop,
        dossier::dossier_profiles,
        dossier::dossier_prepare,
        dossier::dossier_page,
        dossier::dossier_release,
        papers::ledger,
        papers::verify_pick,
        papers::receipt_pick,
        papers::receipt_type,
        papers::notices,
        papers::notice_prepare,
        papers::notice_sent,
        papers::sheet_prepare,
        papers::dossier_print,
        keeping::card_save,
        keeping::card_pick,
        keeping::settings,
        keeping::set_setting,
        keeping::people_count,
        keeping::table_take,
        roster::roster_dropped,
        exchange::laptop,
        exchange::code,
        exchange::devices,
        exchange::device_trust,
        exchange::device_revoke,
        office::office,
        office::office_found,
        office::office_distrust,
        office::office_key_out,
        office::office_key_in,
        office::request_save,
        office::request_pick,
        office::device_enrol,
        office::answer_pick,
        office::device_join,
        office::device_key,
        exchange::bundle_export,
        exchange::bundle_pick,
        exchange::bundle_take,
        exchange::bundle_aside,
        exchange::inbox,
        exchange::settle,
        exchange::erase,
        documents::document_pick,
        documents::file_pick,
        documents::files_of,
        documents::file_thumbnail,
        documents::file_page,
        documents::file_save,
        updating::update_check,
        updating::update_take,
        trade::cases_summary,
        trade::cases_export,
        trade::cases_take,
        past::history,
        past::restore,
        past::open_sealed,
    ]
}
