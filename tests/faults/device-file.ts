import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { keyFile, keyFileName } from '#shared/contract/shell/key-file.ts'

export interface KeptCommand {
  readonly id: string
  readonly hash: string
  readonly verdict: string | null
  readonly payload: string | null
}

/** What lies on the disk of a device whose engine is not running: read past the program, with the key that lies beside it. */
export class DeviceFile {
  readonly #db: Database.Database

  constructor(dataDir: string) {
    const { key } = keyFile.parse(JSON.parse(readFileSync(join(dataDir, keyFileName), 'utf8')))
    this.#db = new Database(join(dataDir, 'loket.db'))
    this.#db.pragma("cipher = 'chacha20'")
    this.#db.pragma(`key = "x'${Buffer.from(key, 'base64').toString('hex')}'"`)
  }

  /** `ok`, or what SQLite finds broken. */
  integrity(): string {
    return String(this.#db.pragma('integrity_check', { simple: true }))
  }

  /** In the order in which they were recorded. */
  commands(): readonly KeptCommand[] {
    return this.#db.prepare<[], KeptCommand>('SELECT id, hash, verdict, payload FROM command ORDER BY position').all()
  }

  auditHashes(): readonly string[] {
    const rows = this.#db.prepare<[], { hash: string }>('SELECT hash FROM audit_entry ORDER BY position').all()
    return rows.map(({ hash }) => hash)
  }

  /** Labels that were noted of a parcel, signed for or not. */
  countedLabels(shipmentId: string): readonly string[] {
    const rows = this.#db
      .prepare<[string], { label: string }>('SELECT label_code AS label FROM count_line WHERE shipment_id = ?')
      .all(shipmentId)
    return rows.map(({ label }) => label)
  }

  /** Rows as the centre sent them, by `entity/id`. */
  rows(): Readonly<Record<string, string>> {
    const rows = this.#db
      .prepare<[], { key: string; text: string }>(
        "SELECT entity || '/' || id AS key, version || ' ' || row AS text FROM replica WHERE row IS NOT NULL",
      )
      .all()
    return Object.fromEntries(rows.map(({ key, text }) => [key, text]))
  }

  close(): void {
    this.#db.close()
  }
}
