//! The handlers of the contract's commands, a few lines each, by area.
//!
//! Each takes the wizard and its request and says what became of it. No handler knows a product
//! or a face.

pub mod about;
pub mod answers;
pub mod checks;
pub mod clipboard;
pub mod connections;
pub mod credentials;
pub mod finish;
pub mod halo_address;
pub mod mapping;
pub mod products;
pub mod profile_files;
pub mod proof;
pub mod secrets;
pub mod view;

pub use about::{app_info, copy_practice_key, copy_practice_secret, page_painted, set_theme};
pub use answers::{answer, confirm_finding, go_to, tick};
pub use checks::{cancel_check, start_check, watch_check};
pub use clipboard::{clipboard, copy_secret, copy_text};
pub use connections::{
    connection, connections, create_connection, remove_connection, rename_connection,
};
pub use credentials::{forget_secret, paste_secret, retry_secret, set_client_id, type_secret};
pub use finish::{finish_guide, hand_over, open_link, save_report};
pub use halo_address::{confirm_halo, find_halo};
pub use mapping::{
    accept_suggestions, cancel_mapping, choose_vendor_list, decide_mapping, export_mapping,
    find_mapping_options, forget_reader_key, keep_vendor_list, mapping, mapping_changes,
    mapping_rows, mappings, paste_reader_key, paste_vendor_list, redo_mapping, set_reader_address,
    start_halo_list, start_suggestions, start_vendor_list, type_reader_key, undo_mapping,
    watch_mapping,
};
pub use mapping::{
    drop_write_plan, include_in_writing, save_written, set_integration_number, start_write_plan,
    start_writing, write_plan_rows, writing, written_rows,
};
pub use products::{profile_overview, profiles};
pub use profile_files::{keep_profile, open_profile_file, remove_profile, save_profile_guide};
pub use proof::{
    clear_up_test_ticket, start_test_ticket, test_ticket, test_ticket_choices, test_ticket_removed,
};
pub use secrets::{keep_for_session, keychain};
