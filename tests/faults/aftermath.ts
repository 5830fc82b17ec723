import { createHash } from 'node:crypto'
import type { CardState } from '#shared/domain/card/card.ts'
import { drawerBalance, isInDrawer } from '#shared/domain/ledger/drawer-balance.ts'
import { kelurahan } from '../fixtures/city.ts'
import type { Acknowledged } from './clerks-day.ts'
import { askPostgres, type Office } from './office.ts'

/** One thing that must be true afterwards; `wrong` says what is not, null when all is well. */
export interface Finding {
  readonly claim: string
  readonly wrong: string | null
}

interface CentralRow {
  readonly entity: string
  readonly id: string
  readonly version: number
  readonly row: string
}

/** Looks at the disks of all devices and at the centre's database when everything has come to rest. The engines must not run. */
export async function findings(office: Office, acknowledged: readonly Acknowledged[]): Promise<readonly Finding[]> {
  const { url } = office.centre.postgres
  const rows = await askPostgres<CentralRow>(
    url,
    'SELECT entity, id, version, row FROM rows WHERE scope = $1 AND row IS NOT NULL',
    [kelurahan],
  )
  return [
    ...sameRows(office, rows),
    ...(await eachCommandOnce(office, url)),
    ...(await acknowledgedExists(office, acknowledged, url)),
    numbersOnce(rows, acknowledged),
    ledger(office, rows),
    ...(await auditWhole(office, url)),
    ...(await evidenceWhole(url)),
    await nobodyShutOut(url),
  ]
}

const finding = (claim: string, wrong: readonly string[]): Finding => ({
  claim,
  wrong: wrong.length === 0 ? null : `${wrong.length}: ${wrong.slice(0, 5).join(', ')}`,
})

function sameRows({ desks }: Office, rows: readonly CentralRow[]): Finding[] {
  const central = new Map(rows.map(({ entity, id, version, row }) => [`${entity}/${id}`, `${version} ${ordered(row)}`]))
  return desks.map((desk) => {
    const own = Object.entries(desk.read((file) => file.rows()))
    const other = own.filter(([key, text]) => {
      const space = text.indexOf(' ')
      return central.get(key) !== `${text.slice(0, space)} ${ordered(text.slice(space + 1))}`
    })
    const missing = [...central.keys()].filter((key) => !own.some(([known]) => known === key))
    return finding(`${desk.name} shows the ${central.size} rows of the centre`, [
      ...other.map(([key]) => key),
      ...missing,
    ])
  })
}

/** The same JSON whatever the order of its fields. */
const ordered = (json: string): string =>
  JSON.stringify(JSON.parse(json), (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

async function eachCommandOnce({ desks }: Office, url: string): Promise<Finding[]> {
  const central = await askPostgres<{ id: string; verdicts: number }>(
    url,
    `SELECT c.id, (SELECT count(*)::int FROM verdicts v WHERE v.command_id = c.id) AS verdicts FROM commands c
      WHERE c.home_scope = $1 AND c.device_id IN (SELECT device_id FROM devices WHERE home_scope = $1)`,
    [kelurahan],
  )
  const own = desks.flatMap((desk) => desk.read((file) => file.commands()))
  const times = Map.groupBy(central, ({ id }) => id)
  return [
    finding(
      `each of the ${own.length} commands of the devices is at the centre exactly once`,
      own.filter(({ id }) => times.get(id)?.length !== 1).map(({ id }) => id),
    ),
    finding('each of them has exactly one verdict, and its device knows it', [
      ...central.filter(({ verdicts }) => verdicts !== 1).map(({ id }) => id),
      ...own.filter(({ verdict }) => verdict === null).map(({ id }) => id),
    ]),
  ]
}

/** By the names that the clerk was told. */
async function acknowledgedExists(
  { desks, parcel }: Office,
  told: readonly Acknowledged[],
  url: string,
): Promise<Finding[]> {
  const central = await askPostgres<{ payload: string }>(url, 'SELECT payload FROM commands WHERE home_scope = $1', [
    kelurahan,
  ])
  const count = new Map<string, number>()
  for (const { payload } of central) {
    const { handoverId, receiptNumber, undoId } = JSON.parse(payload)
    const name = undoId ?? (receiptNumber === undefined ? null : `${handoverId} ${receiptNumber}`)
    if (name !== null) count.set(name, (count.get(name) ?? 0) + 1)
  }
  const nameOf = (one: Acknowledged) =>
    one.kind === 'hand-over' ? `${one.handoverId} ${one.receiptNumber}` : one.kind === 'undo' ? one.undoId : null
  const acts = told.flatMap((one) => nameOf(one) ?? [])
  const counted = desks.map((desk) => {
    const labels = new Set(told.flatMap((one) => (one.kind === 'count' && one.desk === desk.name ? [one.label] : [])))
    const kept = new Set(desk.read((file) => file.countedLabels(parcel.shipmentId)))
    return finding(
      `${desk.name} still knows the ${labels.size} labels that it said were counted`,
      [...labels].filter((label) => !kept.has(label)),
    )
  })
  return [
    finding(
      `each of the ${acts.length} acts that were acknowledged to a person is at the centre exactly once`,
      acts.filter((name) => count.get(name) !== 1),
    ),
    ...counted,
  ]
}

function numbersOnce(rows: readonly CentralRow[], told: readonly Acknowledged[]): Finding {
  const handovers = rows.filter(({ entity }) => entity === 'handover').map(({ row }) => JSON.parse(row).receiptNumber)
  const answered = told.flatMap((one) => (one.kind === 'hand-over' ? [one.receiptNumber] : []))
  const twice = (numbers: readonly string[]) =>
    [...Map.groupBy(numbers, (number) => number)].filter(([, same]) => same.length > 1).map(([number]) => number)
  return finding(`no receipt number of ${handovers.length} was given twice`, [...twice(handovers), ...twice(answered)])
}

function ledger({ cardIds }: Office, rows: readonly CentralRow[]): Finding {
  const of = (entity: string) => rows.filter((one) => one.entity === entity).map(({ row }) => JSON.parse(row))
  const before = new Set(cardIds)
  const cards = of('card') as { id: string; state: CardState }[]
  const inDrawer = cards.filter(({ id, state }) => before.has(id) && isInDrawer(state)).length
  const about = (one: { cardId: string }) => before.has(one.cardId)
  const { change } = drawerBalance(of('movement').filter(about), of('handover').filter(about))
  const wrong =
    inDrawer === cardIds.length + change ? [] : [`${inDrawer} in the drawer, ${cardIds.length} ${change} by the ledger`]
  return finding(`the ledger balances: ${cardIds.length} cards, ${-change} out, ${inDrawer} there`, wrong)
}

async function auditWhole({ desks }: Office, url: string): Promise<Finding[]> {
  const entries = await askPostgres<{ device_id: string; seq: number; entry: string; hash: string }>(
    url,
    'SELECT device_id, seq::int, entry, hash FROM audit WHERE home_scope = $1 ORDER BY device_id, generation, seq',
    [kelurahan],
  )
  const broken: string[] = []
  let before = { device_id: '', hash: '0'.repeat(64) }
  for (const one of entries) {
    const follows = one.device_id === before.device_id ? before.hash : '0'.repeat(64)
    const hash = createHash('sha256').update(one.entry).digest('hex')
    if (hash !== one.hash || JSON.parse(one.entry).prevHash !== follows) broken.push(`${one.device_id} ${one.seq}`)
    before = one
  }
  const central = new Set(entries.map(({ hash }) => hash))
  const own = desks.flatMap((desk) => desk.read((file) => file.auditHashes()))
  const named = new Set(entries.map(({ entry }) => JSON.parse(entry).commandHash))
  const commands = desks.flatMap((desk) => desk.read((file) => file.commands()))
  return [
    finding(`the audit chains at the centre are whole: ${entries.length} entries`, broken),
    finding(
      'every entry of the devices is there',
      own.filter((hash) => !central.has(hash)),
    ),
    finding(
      'every command is named by an entry',
      commands.filter(({ hash }) => !named.has(hash)).map(({ id }) => id),
    ),
  ]
}

async function evidenceWhole(url: string): Promise<Finding[]> {
  const parts = await askPostgres<{ sha256: string; bytes: Buffer; complete: boolean }>(
    url,
    `SELECT b.sha256, b.complete, string_agg(p.bytes, ''::bytea ORDER BY p.start_at) AS bytes
      FROM blobs b LEFT JOIN blob_parts p USING (scope, sha256) WHERE b.scope = $1 GROUP BY 1, 2`,
    [kelurahan],
  )
  const whole = new Set(
    parts
      .filter(({ complete, bytes, sha256 }) => complete && createHash('sha256').update(bytes).digest('hex') === sha256)
      .map(({ sha256 }) => sha256),
  )
  const rows = await askPostgres<{ row: string }>(
    url,
    `SELECT c.payload AS row FROM commands c WHERE c.home_scope = $1 AND c.envelope LIKE '%"handover.record"%'
      AND c.device_id IN (SELECT device_id FROM devices WHERE home_scope = $1)`,
    [kelurahan],
  )
  const named = rows.map(({ row }) => JSON.parse(row).signature as string)
  return [
    finding(
      `the signatures of ${named.length} hand-overs are at the centre, byte for byte`,
      [...new Set(named)].filter((sha256) => !whole.has(sha256)),
    ),
  ]
}

async function nobodyShutOut(url: string): Promise<Finding> {
  const out = await askPostgres<{ device_id: string; reason: string }>(url, 'SELECT device_id, reason FROM quarantine')
  return finding(
    'no device was shut out',
    out.map(({ device_id, reason }) => `${device_id} ${reason}`),
  )
}
