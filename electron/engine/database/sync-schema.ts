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
  /** Type of the act that the centre did not simply accept; null: it is about something else. */
  act_type: string | null
  /** JSON object of texts */
  details: string
  raised_at: string
  acknowledged_at: string | null
}

/** A signed act of another desk, as it came over the local network; in no outbox and no base row. */
export interface NeighbourActTable {
  key: number
  /** Of the command. */
  id: string
  device_id: string
  scope: string
  /** generation * 2^32 + seq of the device that signed it. */
  position: number
  type: string
  card_id: string
  /** Of the hand-over or of its undoing. */
  act_id: string
  at: string
  envelope: string
  hash: string
  signature: string
  payload: string
  salt: string
  /** Of the last own command when it came: what was done here before it, and what after. */
  after_position: number
}

/** A generation of this device and its key (raw bytes); `from_generation` 0: the one it was enrolled with. */
interface GenerationTable {
  generation: number
  from_generation: number
  signing_key: Buffer
  signing_public: Buffer
}

/** The next generation while it is being asked for: its key exists before the centre hears of it. */
export interface AskedGenerationTable {
  one: 1
  from_generation: number
  reason: 'restored' | 'forked' | 'copied'
  /** Commands from this position on are signed anew. */
  fork_at: number
  signing_key: Buffer
  signing_public: Buffer
}

/** A courier file: another device's queue, or an answer for this one. */
export interface CarriedFileTable {
  id: string
  kind: 'queue' | 'answer'
  state: 'coming' | 'waiting' | 'opened' | 'answered' | 'handed-back' | 'refused' | 'unfinished'
  /** Of the whole file; null while it comes in. */
  sha256: string | null
  /** JSON of its header. */
  header: string
  size: number
  code: string | null
  sent: number
  answer_sha256: string | null
  answer_size: number | null
  kept_at: string
}

interface CarriedPartTable {
  key: number
  file_id: string
  what: 'file' | 'answer'
  start: number
  bytes: Buffer
}

/** Tables of the sync (outbox, audit chain, blobs, cursors, identity of the device), made by migration 0002. */
export interface SyncTables {
  device: DeviceTable
  command: CommandTable
  /** `entity/id` of the rows that a command is about besides the card `subject`. */
  command_about: { key: string; position: number }
  audit_entry: { position: number; entry: string; hash: string }
  device_generation: GenerationTable
  generation_asked: AskedGenerationTable
  blob: BlobTable
  sync_state: { name: string; value: string }
  sync_exception: SyncExceptionTable
  carried_file: CarriedFileTable
  carried_part: CarriedPartTable
  /** Made by migration 0008, as the next one. */
  neighbour_act: NeighbourActTable
  /** When a desk of the office was last connected. */
  neighbour: { device_id: string; seen_at: string }
}
