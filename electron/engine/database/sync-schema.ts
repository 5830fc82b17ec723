/** Who this device is; one row. Private keys are raw bytes (PKCS#8 for the LAN key) and exist nowhere else. */
interface DeviceTable {
  one: 1
  /** JSON of the identity as the centre gave it; null between making the keys and the centre's answer. */
  identity: string | null
  server_url: string
  policy_version: number
  signing_key: Buffer
  signing_public: Buffer
  sealing_key: Buffer
  sealing_public: Buffer
  lan_key: Buffer
  lan_public: Buffer
  /** base64url */
  centre_sealing_key: string | null
  centre_signing_key: string | null
  /** When the centre got the sealed database key. */
  key_kept_at: string | null
}

/** Every command of this device; without a verdict it is in the outbox. */
export interface CommandTable {
  /** generation * 2^32 + seq */
  position: number
  id: string
  type: string
  /** Id of the thing it is about: of a hand-over the card. */
  subject: string
  at: string
  hlc: string
  envelope: string
  hash: string
  signature: string
  payload: string | null
  salt: string
  verdict: 'applied' | 'duplicate' | 'conflict' | 'refused' | null
  verdict_code: string | null
  verdict_original: 'applied' | 'conflict' | 'refused' | null
  case_id: string | null
  decided_at: string | null
}

interface BlobTable {
  key: number
  sha256: string
  mime: string
  size: number
  bytes: Buffer
  at_centre: 0 | 1
}

export interface SyncExceptionTable {
  id: string
  kind: 'conflict' | 'refused' | 'attention'
  code: string
  seq: number | null
  card_id: string | null
  handover_id: string | null
  /** JSON object of texts */
  details: string
  raised_at: string
  acknowledged_at: string | null
}

/** Tables of the sync (outbox, audit chain, blobs, cursors, identity of the device), made by migration 0002. */
export interface SyncTables {
  device: DeviceTable
  command: CommandTable
  audit_entry: { position: number; entry: string; hash: string }
  blob: BlobTable
  sync_state: { name: string; value: string }
  sync_exception: SyncExceptionTable
}
