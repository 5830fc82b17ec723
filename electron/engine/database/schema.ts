import type { SyncTables } from './sync-schema.ts'

/** Every table of the database as Kysely sees it. Migrations make them; sync-schema.ts lists the tables of the sync. */
export interface Schema extends CoreTables, SyncTables {}

/** Base row of the centre as received; `row` null: deleted there (kept for its version). `epoch`: number of the snapshot that last saw it. */
export interface ReplicaTable {
  entity: string
  id: string
  scope: string
  version: number
  row: string | null
  epoch: number
}

interface Shown {
  id: string
  centre: 'recorded' | 'waiting' | 'will-clash' | 'case' | 'neighbour'
}

/** `projected` is the row with pending commands applied, null where it equals the base. */
interface Projection extends Shown {
  projected: string | null
}

export interface CardTable extends Shown {
  scope: string
  kind: string
  state: string
  owner_name: string
  owner_nik: string
  kitir_code: string
  kitir_loose: string
  label_code: string
  place: string
  arrived_at: string | null
  due_at: string | null
  fulfilled_at: string | null
  age_at: string | null
  reminded_at: string | null
  shelf: string
}

export interface ApplicationTable extends Projection {
  status: string
  /** As the service clock says. */
  clock: 'timed' | 'paused' | 'excluded' | 'none'
  kitir_code: string
  kitir_loose: string
  /** The clock's, null unless it is timed. */
  due_at: string | null
  fulfilled_at: string | null
}

export interface HandoverTable extends Projection {
  card_id: string
  receipt_number: string
  at: string
  standing: string
}

export interface CaseTable extends Projection {
  card_id: string
  state: string
}

/** A replicated thing that has no table of its own; `at` and `about` as thing-columns.ts says. */
export interface ThingTable extends Projection {
  entity: string
  state: string
  at: string
  about: string
}

/** Texts by which a thing is found (thing-columns.ts). */
interface ThingKeyTable {
  entity: string
  key: string
  id: string
}

/** An application that somebody began and has not filed: `body` as intake.save-draft gave it. */
interface IntakeDraftTable {
  id: string
  staff_id: string
  saved_at: string
  body: string
}

/** PIN of an e-Kitir made here, until the citizen's copy is on paper. */
interface KitirPinTable {
  kitir_id: string
  pin: string
}

export interface CardSearchTable {
  rowid: number
  card_search: string
  rank: number
  name: string
  nik: string
  kitir: string
}

interface StaffSecretTable {
  staff_id: string
  verifier: string | null
  online_at: string | null
  last_sign_in_at: string | null
  wrong_tries: number
  locked_until: string | null
  pin_verifier: string | null
  pin_wrong: number
  credentials_since: string | null
  temporary: number
}

interface SessionTable {
  token_hash: string
  staff_id: string
  means: 'online' | 'offline'
  started_at: string
  ends_at: string
  began_sure: string
  locked: number
  must: 'password' | 'second-factor' | null
}

interface PinTryTable {
  card_id: string
  verifier_hash: string
  wrong: number
}

interface GrantTable {
  token_hash: string
  kind: 'pin' | 'on-the-spot' | 'challenge'
  card_id: string
  session_hash: string
  valid_until: string
  supervisor_id: string | null
  supervisor_name: string | null
  reason: string | null
}

interface ChallengeTable {
  id: string
  card_id: string
  session_hash: string
  challenge: string
  reason: string
  valid_until: string
  tries: number
  purpose: 'card' | 'unlock' | 'reset' | 'extend'
}

interface ScanTable {
  id: string
  at: string
  staff_id: string
  outcome: string
  owner_name: string | null
  card_id: string | null
  detail: string | null
}

interface CountLineTable {
  shipment_id: string
  key: string
  card_id: string | null
  label_code: string
  counted: 'good' | 'damaged' | 'missing'
  rack: string | null
  box: string | null
  number: string | null
  note: string
  of_shipment: string | null
  at: string
  staff_id: string
}

interface PrintJobTable {
  id: string
  kind: 'handover-receipt' | 'reprint' | 'kitir-citizen' | 'kitir-office' | 'test'
  title: string
  handover_id: string | null
  receipt_number: string | null
  copy: number
  receipt: string | null
  signature: string | null
  printer: string | null
  state: 'waiting' | 'printing' | 'printed' | 'failed' | 'unknown' | 'cancelled'
  attempts: number
  queued_at: string
  due_at: string
  printed_at: string | null
  fault: string | null
  kitir_id: string | null
  slip: string | null
}

/** Made by migration 0015: the PDF of one requirement of an application that is not submitted yet. */
interface DraftDocumentTable {
  id: string
  draft_id: string
  requirement_id: string
  sha256: string
  size: number
  pages: number
  dpi: number
  grey: number
  made_at: string
  staff_id: string
  bytes: Buffer
}

export interface CoreTables {
  replica: ReplicaTable
  card: CardTable & { key: number }
  card_projected: { key: number; row: string }
  application: ApplicationTable
  handover: HandoverTable
  case_file: CaseTable
  thing: ThingTable
  thing_key: ThingKeyTable
  intake_draft: IntakeDraftTable
  kitir_pin: KitirPinTable
  card_search: CardSearchTable
  setting: { name: string; value: string }
  counter: { name: string; value: number }
  request: { id: string; call: string; answer: string; at: string }
  staff_secret: StaffSecretTable
  session: SessionTable
  pin_try: PinTryTable
  grant_token: GrantTable
  challenge: ChallengeTable
  scan: ScanTable
  count_line: CountLineTable
  print_job: PrintJobTable
  draft_document: DraftDocumentTable
  migration: { name: string; at: string }
}
