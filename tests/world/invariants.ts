import { createHash, verify } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { rows as rowsOf } from '../../electron/engine/database/sql.ts'
import type { Store } from '../../electron/engine/database/store.ts'
import { generationOf, positionOf, seqOf } from '../../electron/engine/sync/position.ts'
import { publicKeyOf } from '../../electron/engine/sync/raw-keys.ts'
import { statesOf } from '../sync/city.ts'
import { atCentre, ready } from '../sync/office.ts'
import type { Station } from './station.ts'
import { positionsIn } from './witness.ts'
import type { World } from './world.ts'

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const noHash = '0'.repeat(64)

/** What does not hold at rest, in sentences; empty when everything does. */
export async function findings(world: World): Promise<string[]> {
  const found: string[] = []
  const centre = await readCentre(world)
  const devices = []
  for (const station of world.stations) devices.push(await readDevice(station))
  for (const device of devices) {
    found.push(...(await sameRows(world, device)), ...verdictsAgree(device, centre), ...chains(device, centre))
    if (device.errors.length > 0) found.push(`${device.name} logged ${device.errors[0]}`)
    if (device.exceptionsLeft > 0) found.push(`${device.name} says that its push is stopped`)
  }
  found.push(...nothingLost(world, devices, centre), ...numbersOnce(devices, centre), ...blobsWhole(devices, centre))
  found.push(...(await ledger(world)), ...(await seqsWhole(world)))
  return found
}

type Centre = Awaited<ReturnType<typeof readCentre>>
async function readCentre({ grounds }: World) {
  const { db } = grounds.centre.city.server.centre
  return {
    commands: await db.selectFrom('commands').selectAll().execute(),
    verdicts: await db.selectFrom('verdicts').selectAll().execute(),
    audit: await db.selectFrom('audit').selectAll().orderBy('seq').execute(),
    blobs: await db.selectFrom('blobs').selectAll().execute(),
    parts: await db.selectFrom('blob_parts').selectAll().orderBy('start_at').execute(),
    quarantined: await db.selectFrom('quarantine').selectAll().execute(),
  }
}

type Device = Awaited<ReturnType<typeof readDevice>>
async function readDevice(station: Station) {
  const { desk, running } = station
  running?.errors()
  const db = desk.store.read
  const { identity, signing_public } = await db.selectFrom('device').selectAll().executeTakeFirstOrThrow()
  const { generation } = JSON.parse(identity ?? '{}') as { generation: number }
  const generations = await db.selectFrom('device_generation').selectAll().execute()
  const kept = generations.map((one) => [one.generation, one.signing_public] as const)
  return {
    name: station.of.name,
    station,
    store: desk.store,
    identity: JSON.parse(identity ?? '{}') as { deviceId: string; homeScope: string; scopes: string[] },
    keys: new Map([[generation, signing_public], ...kept] as const),
    rows: await desk.rows(),
    shown: await desk.shown(),
    commands: await db.selectFrom('command').selectAll().orderBy('position').execute(),
    audit: await db.selectFrom('audit_entry').selectAll().orderBy('position').execute(),
    blobs: await db.selectFrom('blob').select(['sha256', 'at_centre']).execute(),
    cursors: await cursorsOf(desk.store),
    pending: await pendingShown(desk.store),
    committed: running?.witness.committedCommands ?? new Set<string>(),
    errors: station.errors.filter((error) => !/Crashed|SQLITE_FULL|disk-full|disk is full/.test(error)),
    exceptionsLeft: (
      await db.selectFrom('sync_state').select('value').where('name', '=', 'push-stopped').execute()
    ).filter(({ value }) => value !== '"none"').length,
  }
}

async function cursorsOf(store: Store): Promise<Map<string, number>> {
  const rows = await store.read
    .selectFrom('sync_state')
    .select(['name', 'value'])
    .where('name', 'like', 'cursor:%')
    .execute()
  return new Map(rows.flatMap(({ value }) => positionsIn(JSON.parse(value) as string)))
}

/**
 * Rows whose screen differs from what the centre says although nothing waits any more. What this desk itself did with a card that went to another office
 * stays shown here: its row is there.
 */
async function pendingShown(store: Store): Promise<string[]> {
  return (await rowsOf<{ what: string }>(store.read, shownApart)).map(({ what }) => what)
}

const here = "IN (SELECT id FROM replica WHERE entity = 'card' AND row IS NOT NULL)"
const shownApart = `SELECT 'handover ' || id AS what FROM handover WHERE projected IS NOT NULL AND card_id ${here}
  UNION ALL SELECT 'case ' || id FROM case_file WHERE projected IS NOT NULL AND card_id ${here}
  UNION ALL SELECT entity || ' ' || id FROM thing WHERE projected IS NOT NULL
    AND (entity NOT IN ('movement', 'old-card') OR about ${here})
  UNION ALL SELECT 'card ' || card.id FROM card_projected JOIN card ON card.key = card_projected.key`

async function sameRows(
  world: World,
  { name, identity, store, rows, shown, cursors, pending }: Device,
): Promise<string[]> {
  const { city } = world.grounds.centre
  const { db } = city.server.centre
  const central: Record<string, unknown> = {}
  const found: string[] = []
  for (const scope of identity.scopes) {
    Object.assign(central, await city.rows(scope))
    const { seq } = await db.selectFrom('scopes').select('seq').where('scope', '=', scope).executeTakeFirstOrThrow()
    if (cursors.get(scope) !== seq)
      found.push(`${name} stands at ${cursors.get(scope)} of ${scope}, the centre at ${seq}`)
  }
  const other = firstDifference(central, rows)
  if (other) found.push(`${name} has another ${other} than the centre`)
  const otherShown = firstDifference(statesOf(central), await withoutGone(store, shown, central))
  if (otherShown) found.push(`${name} shows another ${otherShown} than the centre has`)
  if (pending.length > 0) found.push(`${name} still shows ${pending[0]} as if something waited`)
  return found
}

/** Hand-overs by this desk of cards that went to another office are shown here, and kept there. */
async function withoutGone(store: Store, shown: Record<string, string>, central: Record<string, unknown>) {
  const own = await store.read.selectFrom('handover').select(['id', 'card_id']).execute()
  const gone = new Set(own.flatMap(({ id, card_id }) => (central[`card/${card_id}`] ? [] : [`handover/${id}`])))
  return Object.fromEntries(Object.entries(shown).filter(([key]) => key in central || !gone.has(key)))
}

function firstDifference(of: Record<string, unknown>, other: Record<string, unknown>): string | null {
  for (const key of new Set([...Object.keys(of), ...Object.keys(other)]))
    if (!isDeepStrictEqual(of[key], other[key])) return key
  return null
}

/** Every command of a device has one verdict there and at the centre, and it is the same. */
function verdictsAgree({ name, identity, commands }: Device, centre: Centre): string[] {
  const found: string[] = []
  for (const { id, verdict, verdict_original, verdict_code } of commands) {
    const given = centre.verdicts.filter((one) => one.command_id === id && one.device_id === identity.deviceId)
    const [first] = given
    if (given.length !== 1) found.push(`${name}: command ${id} has ${given.length} verdicts at the centre`)
    const kept = verdict === 'duplicate' ? verdict_original : verdict
    if (kept === null) found.push(`${name}: command ${id} has no verdict here`)
    else if (first && (first.kind !== kept || first.code !== verdict_code))
      found.push(`${name}: command ${id} is ${kept} ${verdict_code} here and ${first.kind} ${first.code} at the centre`)
  }
  return found
}

/** The chains of commands and of who did what: nothing missing, nothing changed, the same here and there. */
function chains({ name, station, identity, keys, commands, audit }: Device, centre: Centre): string[] {
  const found: string[] = []
  const own = <T extends { readonly device_id: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.device_id === identity.deviceId)
  const links = commands.map(({ position, envelope, hash }) => ({ position, text: envelope, hash }))
  const entries = audit.map(({ position, entry, hash }) => ({ position, text: entry, hash }))
  if (!isChain(links)) found.push(`${name}: the chain of commands is broken`)
  if (!isChain(entries)) found.push(`${name}: the audit chain is broken`)
  for (const { id, position, hash, signature } of commands) {
    const key = keys.get(generationOf(position))
    // Signed in another life of a disk that was put back: its key is on no disk any more.
    if (!key && station.wasPutBack) continue
    if (
      !key ||
      !verify(null, Buffer.from(hash, 'hex'), publicKeyOf('ed25519', key), Buffer.from(signature, 'base64url'))
    )
      found.push(`${name}: command ${id} is not signed`)
  }
  const atCentre = own(centre.commands).map(({ generation, seq, envelope, hash }) => ({
    position: positionOf(generation, seq),
    text: envelope,
    hash,
  }))
  if (!sameLinks(links, atCentre)) found.push(`${name}: the centre has other commands than the device`)
  const auditThere = own(centre.audit).map(({ generation, seq, entry, hash }) => ({
    position: positionOf(generation, seq),
    text: entry,
    hash,
  }))
  // What a disk had that was put back since is at the centre alone.
  const expected = station.wasPutBack
    ? auditThere.filter((one) => entries.some(({ hash }) => hash === one.hash))
    : auditThere
  if (!sameLinks(entries, expected)) found.push(`${name}: the centre has another audit chain than the device`)
  return found
}

interface Link {
  readonly position: number
  readonly text: string
  readonly hash: string
}

function isChain(links: readonly Link[]): boolean {
  let before: Link | null = null
  for (const link of links) {
    const { seq, prevHash } = JSON.parse(link.text) as { seq: number; prevHash: string }
    const follows = before !== null && generationOf(before.position) === generationOf(link.position)
    const due =
      follows && before ? { seq: seqOf(before.position) + 1, prevHash: before.hash } : { seq: 1, prevHash: noHash }
    if (seq !== due.seq || seqOf(link.position) !== seq || prevHash !== due.prevHash || sha256(link.text) !== link.hash)
      return false
    before = link
  }
  return true
}

const sameLinks = (some: readonly Link[], others: readonly Link[]): boolean =>
  isDeepStrictEqual(inOrder(some), inOrder(others))
const inOrder = (links: readonly Link[]) => [...links].sort((a, b) => a.position - b.position)

/** Everything that was acknowledged or committed is at the centre, once; nothing is there that no device ever committed. */
function nothingLost(world: World, devices: readonly Device[], centre: Centre): string[] {
  const found: string[] = []
  const there = centre.commands.map(({ id }) => id)
  const once = new Set(there)
  // What waited on a disk that was put back may have come in its other life: it is there under both generations, with one verdict.
  const putBack = new Set(devices.flatMap(({ station, identity }) => (station.wasPutBack ? [identity.deviceId] : [])))
  const single = centre.commands.filter(({ device_id }) => !putBack.has(device_id)).map(({ id }) => id)
  if (new Set(single).size !== single.length) found.push('a command is at the centre twice')
  const committed = new Set(devices.flatMap((device) => [...device.committed]))
  for (const [id, name] of world.acknowledged)
    if (!once.has(id) && !world.gone.has(id)) found.push(`${name} acknowledged ${id}, which is lost`)
  for (const id of committed) if (!once.has(id) && !world.gone.has(id)) found.push(`${id} was committed and is lost`)
  for (const id of once) if (!committed.has(id)) found.push(`the centre has ${id}, which no device committed`)
  const verdicts = centre.verdicts.map((one) => one.command_id)
  if (!isDeepStrictEqual(verdicts.sort(), [...once].sort()))
    found.push('commands and verdicts at the centre do not match')
  if (centre.quarantined.length > 0) found.push(`the centre shut a device out: ${centre.quarantined[0]?.reason}`)
  return found
}

/** Whoever was put back cannot know which numbers it had given before the centre told it. */
function numbersOnce(devices: readonly Device[], { commands }: Centre): string[] {
  const seen = new Map<string, string>()
  const found: string[] = []
  const putBack = new Set(devices.flatMap(({ station, identity }) => (station.wasPutBack ? [identity.deviceId] : [])))
  for (const { id, device_id, payload } of commands) {
    if (putBack.has(device_id)) continue
    const told = JSON.parse(payload ?? '{}') as { receiptNumber?: string; kitir?: { number: string } }
    const number = told.receiptNumber ?? told.kitir?.number
    if (number === undefined) continue
    const before = seen.get(number)
    if (before !== undefined && before !== id) found.push(`the number ${number} was given twice`)
    seen.set(number, id)
  }
  return found
}

function blobsWhole(devices: readonly Device[], { blobs, parts }: Centre): string[] {
  const found: string[] = []
  for (const { scope, sha256: name, complete } of blobs) {
    const bytes = parts.filter((part) => part.scope === scope && part.sha256 === name).map((part) => part.bytes)
    if (!complete || sha256(Buffer.concat(bytes)) !== name) found.push(`the blob ${name} is not whole at the centre`)
  }
  for (const device of devices)
    for (const { sha256: name, at_centre } of device.blobs) {
      if (at_centre === 0) found.push(`${device.name}: the blob ${name} still waits`)
      if (!blobs.some((blob) => blob.sha256 === name && device.identity.scopes.includes(blob.scope)))
        found.push(`${device.name}: the blob ${name} is not at the centre`)
    }
  return found
}

/** Over both offices: a card may have gone from one to the other. */
async function ledger({ grounds }: World): Promise<string[]> {
  let [inDrawer, change] = [0, 0]
  for (const scope of grounds.offices) {
    const told = await atCentre(grounds.centre.city, scope)
    inDrawer += told.inDrawer
    change += told.change
  }
  const expected = grounds.offices.length * ready + change
  return inDrawer === expected ? [] : [`${inDrawer} cards in the drawers, but the ledger says ${expected}`]
}

/** No number of a change is missing behind what was folded away. */
async function seqsWhole({ grounds }: World): Promise<string[]> {
  const { db } = grounds.centre.city.server.centre
  const found: string[] = []
  for (const { scope, seq, folded_seq } of await db.selectFrom('scopes').selectAll().execute()) {
    const rows = await db.selectFrom('changes').select('seq').where('scope', '=', scope).orderBy('seq').execute()
    const seqs = rows.map((row) => row.seq).filter((one) => one > folded_seq)
    if (seqs.length !== seq - folded_seq || (seqs.at(-1) ?? seq) !== seq)
      found.push(`the changes of ${scope} have a hole before ${seq}`)
  }
  return found
}
