//! Hands SQLCipher its key and closes every way round it. Owns how a connection is opened and set up; refuses a file that
//! is not encrypted, a build without the cipher, and any later change of key, attached file or other loophole.

use crate::error::{RegisterError, Result};
use rusqlite::{
    Connection, OpenFlags,
    config::DbConfig,
    hooks::{AuthAction, AuthContext, Authorization},
};
use std::{fmt, fs::File, io::Read, path::Path, sync::Once, time::Duration};
use zeroize::Zeroizing;

/// The 32 bytes that encrypt the register. Borrowed: whoever holds them wipes them.
#[derive(Clone, Copy)]
pub struct Key<'a>(pub &'a [u8; 32]);

impl fmt::Debug for Key<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

impl<'a> From<&'a vault::DataKey> for Key<'a> {
    fn from(key: &'a vault::DataKey) -> Self {
        Self(key.expose())
    }
}

const PLAINTEXT: &[u8; 15] = b"SQLite format 3";

/// `x'`, 64 hexadecimal digits, `'`: SQLCipher takes anything of another length for a passphrase without a word.
const RAW_KEY: usize = 67;

/// SQLCipher's spelling of a raw key.
fn raw(key: Key<'_>) -> Result<Zeroizing<Vec<u8>>> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| DIGITS.get(usize::from(nibble & 15)).copied();
    let mut text = Zeroizing::new(Vec::with_capacity(RAW_KEY));
    text.extend_from_slice(b"x'");
    text.extend(key.0.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).flatten());
    text.push(b'\'');
    if text.len() == RAW_KEY { Ok(text) } else { Err(RegisterError::NoCipher) }
}

/// Waits until SQLCipher is there. SQLite says that it is ready before SQLCipher is: of two threads that open the first files
/// of a process at once, one would find no cipher.
fn wake() {
    static AWAKE: Once = Once::new();
    // A file that cannot be opened says so itself; this one has no name and nothing in it.
    AWAKE.call_once(|| drop(Connection::open_in_memory()));
}

/// Opens `path`, keyed and proven to be, without any later restriction.
fn keyed(path: &Path, key: Key<'_>, flags: OpenFlags) -> Result<Connection> {
    wake();
    // A connection is one thread's at a time, which the compiler holds: SQLite need not lock for each of its calls.
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // The call takes bytes: a `PRAGMA key` would leave the key in the text of a statement.
    conn.key(None::<&str>, raw(key)?.as_slice(), false)?;
    let cipher: Option<String> = conn.query_row(sql!("pragma_cipher_version"), [], |row| row.get(0)).ok();
    if cipher.is_none_or(|version| version.is_empty()) {
        return Err(RegisterError::NoCipher);
    }
    conn.busy_timeout(Duration::from_secs(5))?;
    conn.query_row(sql!("schema_count"), [], |row| row.get::<_, i64>(0))?;
    Ok(conn)
}

/// Makes a new, empty, encrypted file.
pub(crate) fn create(path: &Path, key: Key<'_>) -> Result<Connection> {
    if path.try_exists()? {
        return Err(RegisterError::Exists);
    }
    let conn = keyed(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    set_up(&conn)?;
    Ok(conn)
}

/// Opens a file that is there.
pub(crate) fn open(path: &Path, key: Key<'_>) -> Result<Connection> {
    if !path.try_exists()? {
        return Err(RegisterError::Missing);
    }
    refuse_plaintext(path)?;
    let conn = keyed(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    set_up(&conn)?;
    Ok(conn)
}

/// Refuses a file that anybody could read.
pub(crate) fn refuse_plaintext(path: &Path) -> Result<()> {
    let mut head = [0; PLAINTEXT.len()];
    let mut file = File::open(path)?;
    match file.read_exact(&mut head) {
        Ok(()) if head == *PLAINTEXT => Err(RegisterError::Plaintext),
        Ok(()) => Ok(()),
        Err(short) if short.kind() == std::io::ErrorKind::UnexpectedEof => Ok(()),
        Err(_) => Err(RegisterError::Disk),
    }
}

fn set_up(conn: &Connection) -> Result<()> {
    conn.execute_batch(sql!("set_up"))?;
    // No statement may reach into the schema's own tables.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // Plans do not depend on bound values: else many a statement is compiled again for each row it is given.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.set_prepared_statement_cache_capacity(160);
    Ok(())
}

/// From here on the connection can neither change its key nor write anywhere else.
pub(crate) fn restrict(conn: &mut Connection) -> Result<()> {
    conn.authorizer(Some(|context: AuthContext<'_>| match context.action {
        AuthAction::Attach { .. } | AuthAction::Detach { .. } => Authorization::Deny,
        AuthAction::Pragma { pragma_name, pragma_value } if !allowed(pragma_name, pragma_value) => {
            Authorization::Deny
        }
        AuthAction::Function { function_name } if function_name.eq_ignore_ascii_case("load_extension") => {
            Authorization::Deny
        }
        _ => Authorization::Allow,
    }))?;
    Ok(())
}

/// The pragmas that the register itself uses once it is open, and no other.
fn allowed(name: &str, value: Option<&str>) -> bool {
    let reading = ["user_version", "schema_version", "data_version", "page_count", "freelist_count"];
    let checking =
        ["cache_size", "quick_check", "foreign_key_check", "wal_checkpoint", "cipher_integrity_check"];
    let is = |list: &[&str]| list.iter().any(|one| name.eq_ignore_ascii_case(one));
    is(&checking) || (is(&reading) && value.is_none())
}

/// Changes the key of the whole file to `next`. The register must be closed: this opens the file by itself.
///
/// # Errors
/// [`RegisterError::WrongKey`], [`RegisterError::Disk`]; the old key holds until all of it is written.
pub fn rekey(path: &Path, key: Key<'_>, next: Key<'_>) -> Result<()> {
    let conn = open(path, key)?;
    conn.key(None::<&str>, raw(next)?.as_slice(), true)?;
    conn.query_row(sql!("checkpoint"), [], |_| Ok(()))?;
    drop(conn);
    open(path, next).map(|_| ())
}

impl crate::Register {
    /// Encrypts the open register anew with `next`, in one transaction: a crash leaves all of it under one of the two keys.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Busy`]. Which key holds is then found out by opening it again.
    pub fn change_key(&mut self, path: &Path, next: Key<'_>) -> Result<()> {
        self.conn.flush_prepared_statement_cache();
        self.checkpoint()?;
        self.conn.key(None::<&str>, raw(next)?.as_slice(), true)?;
        self.checkpoint()?;
        open(path, next).map(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, create, open, raw, rekey, restrict};
    use crate::error::RegisterError;
    use rusqlite::types::Value;

    #[test]
    fn a_raw_key_is_spelt_in_full() {
        let text = raw(Key(&[0xa5; 32])).unwrap();
        assert_eq!(text.as_slice(), format!("x'{}'", "a5".repeat(32)).as_bytes());
    }

    #[test]
    fn every_loophole_is_closed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        let mut conn = create(&path, Key(&[1; 32])).unwrap();
        restrict(&mut conn).unwrap();
        let out = folder.path().join("out");
        for statement in [
            format!("ATTACH '{}' AS x KEY ''", out.display()),
            format!("VACUUM INTO '{}'", out.display()),
            format!("PRAGMA cipher_profile = '{}'", out.display()),
            format!("PRAGMA cipher_log = '{}'", out.display()),
            "PRAGMA key = 'x'".to_owned(),
            "PRAGMA rekey = 'x'".to_owned(),
            "PRAGMA writable_schema = ON".to_owned(),
            "PRAGMA secure_delete = OFF".to_owned(),
            "PRAGMA user_version = 9".to_owned(),
            "DETACH main".to_owned(),
        ] {
            assert!(conn.execute_batch(&statement).is_err(), "{statement}");
        }
        assert!(!out.exists());
    }

    #[test]
    fn the_settings_hold() {
        let folder = tempfile::tempdir().unwrap();
        let conn = create(&folder.path().join("register.db"), Key(&[1; 32])).unwrap();
        for (pragma, value) in [
            ("journal_mode", "wal"),
            ("synchronous", "2"),
            ("foreign_keys", "1"),
            ("secure_delete", "1"),
            ("temp_store", "2"),
            ("trusted_schema", "0"),
            ("recursive_triggers", "1"),
            ("cell_size_check", "1"),
            ("cipher_memory_security", "0"),
        ] {
            let read = conn.pragma_query_value(None, pragma, |row| row.get::<_, Value>(0)).unwrap();
            let text = match read {
                Value::Integer(number) => number.to_string(),
                Value::Text(text) => text,
                other => format!("{other:?}"),
            };
            assert_eq!(text, value, "{pragma}");
        }
    }

    #[test]
    fn a_wrong_key_and_a_plaintext_file_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        create(&path, Key(&[1; 32])).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
        assert!(matches!(open(&path, Key(&[2; 32])), Err(RegisterError::WrongKey)));
        assert!(matches!(create(&path, Key(&[1; 32])), Err(RegisterError::Exists)));
        let plain = folder.path().join("plain.db");
        rusqlite::Connection::open(&plain).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
        assert!(matches!(open(&plain, Key(&[1; 32])), Err(RegisterError::Plaintext)));
        assert!(matches!(open(&folder.path().join("none"), Key(&[1; 32])), Err(RegisterError::Missing)));
    }

    #[test]
    fn a_changed_key_shuts_the_old_one_out() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        create(&path, Key(&[1; 32])).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
        rekey(&path, Key(&[1; 32]), Key(&[2; 32])).unwrap();
        assert!(matches!(open(&path, Key(&[1; 32])), Err(RegisterError::WrongKey)));
        assert!(open(&path, Key(&[2; 32])).unwrap().prepare("SELECT a FROM t").is_ok());
    }

    #[test]
    fn many_first_files_opened_at_once_all_find_the_cipher() {
        let folder = tempfile::tempdir().unwrap();
        let start = std::sync::Barrier::new(16);
        std::thread::scope(|scope| {
            let opened: Vec<_> = (0..16)
                .map(|n| {
                    let (path, start) = (folder.path().join(n.to_string()), &start);
                    scope.spawn(move || {
                        start.wait();
                        super::create(&path, Key(&[7; 32])).map(drop)
                    })
                })
                .collect();
            for one in opened {
                one.join().unwrap().unwrap();
            }
        });
    }
}
