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

/** How many there are of all that an application leaves, as a draft and once it is filed. */
export interface FilingTraces {
  readonly drafts: number
  readonly documents: number
  readonly filings: number
  readonly kitirs: number
  readonly pins: number
  /** The last one that was given to an e-Kitir. */
  readonly numbers: number
  readonly acts: number
  /** PDFs that wait for the centre. */
  readonly blobs: number
  readonly audits: number
}

const tracesOf: Readonly<Record<keyof FilingTraces, string>> = {
  drafts: 'SELECT count(*) FROM intake_draft',
  documents: 'SELECT count(*) FROM draft_document',
  filings: "SELECT count(*) FROM thing WHERE entity = 'filing'",
  kitirs: "SELECT count(*) FROM thing WHERE entity = 'kitir' AND id IN (SELECT kitir_id FROM kitir_pin)",
  pins: 'SELECT count(DISTINCT pin) FROM kitir_pin',
  numbers: "SELECT coalesce(max(value), 0) FROM counter WHERE name LIKE 'kitir %'",
  acts: "SELECT count(*) FROM command WHERE type = 'application.file'",
  blobs: "SELECT count(*) FROM blob WHERE mime = 'application/pdf'",
  audits: "SELECT count(*) FROM audit_entry WHERE json_extract(entry, '$.kind') = 'application'",
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

  filingTraces(): FilingTraces {
    const count = (sql: string) => Number(this.#db.prepare(sql).pluck().get())
    const entries = Object.entries(tracesOf).map(([name, sql]) => [name, count(sql)])
    return Object.fromEntries(entries) as FilingTraces
  }

  close(): void {
    this.#db.close()
  }
}
