PRAGMA cipher_version;
