import Database from 'better-sqlite3'

export type Sqlite = Database.Database

export interface ConnectOptions {
  readonly file: string
  /** 32 random bytes, used as they are (no key derivation): opening takes about a millisecond. */
  readonly key: Uint8Array
  /** Absolute path of the add-on where the shipped one cannot be loaded (Node-API below 10). */
  readonly sqliteBinding: string | undefined
}

/** A connection to the encrypted file; the one place that opens SQLite. Throws SqliteError. */
export function connect({ file, key, sqliteBinding }: ConnectOptions, readonly: boolean): Sqlite {
  const native = Number(process.versions.napi) < 10 && sqliteBinding ? { nativeBinding: sqliteBinding } : {}
  const db = new Database(file, { readonly, timeout: 5000, ...native })
  try {
    // The cipher must be named before the key; the key is a literal because PRAGMA takes no parameters.
    db.pragma("cipher = 'chacha20'")
    db.pragma(`key = "x'${hexOf(key)}'"`)
    for (const setting of settings) db.pragma(setting)
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}

export const hexOf = (key: Uint8Array): string => Buffer.from(key).toString('hex')

/** synchronous=FULL: what was acknowledged is on the disk. temp_store=MEMORY: temporary files would not be encrypted. */
const settings = [
  'temp_store = MEMORY',
  'synchronous = FULL',
  'secure_delete = ON',
  'trusted_schema = OFF',
  'foreign_keys = ON',
  'cache_size = -16000',
]
