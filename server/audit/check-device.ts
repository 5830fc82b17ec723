import { checkLink, type KeptEntry, type LinkTrouble } from '#shared/audit/check-link.ts'
import { sha256Hex } from '../auth/raw-keys.ts'
import type { Db } from '../database/open-database.ts'
import { notFound } from '../problem.ts'

/** What the centre can say of one device's audit chain. */
export interface DeviceAudit {
  readonly deviceId: string
  readonly deviceName: string
  readonly scope: string
  readonly state: string
  readonly generations: readonly GenerationAudit[]
  /** Attempts to send something forged, for which it was shut out. */
  readonly quarantined: readonly { readonly at: string; readonly reason: string }[]
}

interface GenerationAudit {
  readonly generation: number
  readonly entries: number
  readonly lastAt: string | null
  readonly receivedAt: string | null
  /** The first place that does not hold. `act-missing`: a signed act that came is told by no entry, though later entries came. */
  readonly trouble: { readonly kind: LinkTrouble | 'act-missing'; readonly seq: number } | null
  /** Acts behind the last entry: their entries are still to come. */
  readonly actsAhead: number
}

const atOnce = 1000

/** Goes through all that the centre keeps of a device. Throws 404 for a device that nobody knows. */
export async function checkDevice(db: Db, deviceId: string): Promise<DeviceAudit> {
  const device = await db.selectFrom('devices').selectAll().where('device_id', '=', deviceId).executeTakeFirst()
  if (!device) throw notFound()
  const of = { home_scope: device.home_scope, device_id: deviceId }
  const generations: GenerationAudit[] = []
  for (const generation of await generationsOf(db, of)) generations.push(await checkGeneration(db, of, generation))
  const quarantined = await db
    .selectFrom('quarantine')
    .select(['at', 'reason'])
    .where('device_id', '=', deviceId)
    .orderBy('at')
    .execute()
  const { device_name: deviceName, home_scope: scope, state } = device
  return { deviceId, deviceName, scope, state, generations, quarantined }
}

interface Of {
  readonly home_scope: string
  readonly device_id: string
}

async function generationsOf(db: Db, of: Of): Promise<readonly number[]> {
  const seen = async (table: 'audit' | 'commands') =>
    db
      .selectFrom(table)
      .select('generation')
      .distinct()
      .where('home_scope', '=', of.home_scope)
      .where('device_id', '=', of.device_id)
      .execute()
  const all = [...(await seen('audit')), ...(await seen('commands'))].map(({ generation }) => generation)
  return [...new Set(all)].sort((a, b) => a - b)
}

async function checkGeneration(db: Db, of: Of, generation: number): Promise<GenerationAudit> {
  const named = new Set<string>()
  const found = {
    entries: 0,
    lastAt: null as string | null,
    receivedAt: null as string | null,
    lastAct: null as string | null,
  }
  let before: KeptEntry | null = null
  for (;;) {
    const rows = await entriesAfter(db, of, generation, before?.seq ?? 0)
    for (const { received_at, ...row } of rows) {
      const kept: KeptEntry = { generation, ...row }
      const { trouble, text } = checkLink(before, kept, sha256Hex)
      if (trouble) return { generation, ...shown(found), trouble: { kind: trouble, seq: kept.seq }, actsAhead: 0 }
      found.entries += 1
      found.lastAt = text?.at ?? null
      found.receivedAt = received_at
      if (text?.commandHash) {
        named.add(text.commandHash)
        found.lastAct = text.commandHash
      }
      before = kept
    }
    if (rows.length < atOnce) break
  }
  return { generation, ...shown(found), ...(await heldAgainstActs(db, of, generation, named, found.lastAct)) }
}

const shown = ({ entries, lastAt, receivedAt }: Pick<GenerationAudit, 'entries' | 'lastAt' | 'receivedAt'>) => ({
  entries,
  lastAt,
  receivedAt,
})

const entriesAfter = (db: Db, of: Of, generation: number, seq: number) =>
  db
    .selectFrom('audit')
    .select(['seq', 'entry', 'hash', 'received_at'])
    .where('home_scope', '=', of.home_scope)
    .where('device_id', '=', of.device_id)
    .where('generation', '=', generation)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(atOnce)
    .execute()

/** Acts are signed, entries are not: an act before the last one that an entry tells of, and that none tells of, was kept from the audit. */
async function heldAgainstActs(
  db: Db,
  of: Of,
  generation: number,
  named: ReadonlySet<string>,
  lastAct: string | null,
): Promise<Pick<GenerationAudit, 'trouble' | 'actsAhead'>> {
  const acts = await db
    .selectFrom('commands')
    .select(['seq', 'hash'])
    .where('home_scope', '=', of.home_scope)
    .where('device_id', '=', of.device_id)
    .where('generation', '=', generation)
    .orderBy('seq')
    .execute()
  const last = acts.findLastIndex(({ hash }) => hash === lastAct)
  const missing = acts.slice(0, last + 1).find(({ hash }) => !named.has(hash))
  return { trouble: missing ? { kind: 'act-missing', seq: missing.seq } : null, actsAhead: acts.length - last - 1 }
}
