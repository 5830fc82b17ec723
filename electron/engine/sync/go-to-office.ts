import { sign } from 'node:crypto'
import type { z } from 'zod'
import { type moveAnswer, moveText } from '#shared/contract/sync/protocol.ts'
import type { ReadDb } from '../database/handles.ts'
import { firstRow } from '../database/sql.ts'
import { CentreTrouble } from './centre-trouble.ts'
import { intoOffice } from './into-office.ts'
import type { Link } from './link.ts'
import { moveWaits } from './move-order.ts'
import { asItIsNow } from './next-generation.ts'
import { positionOf, seqOf } from './position.ts'
import { makeKeyPair, privateKeyOf } from './raw-keys.ts'
import { type Going, recall, remember } from './sync-state.ts'

/**
 * The centre has ordered this device to another office. In this order, and from wherever it was interrupted: all that it did is at the centre and nobody works here; the last
 * numbers and the key to come are kept, and from then on nothing is recorded; the centre gives the new place; and in one transaction the device is there and what it had of
 * the old office is gone. Returns the link of the new place, or the same one where the device stays. Throws CentreTrouble.
 */
export async function goWhenFinished(link: Link): Promise<Link> {
  const { config } = link
  const move = await recall(config.store.read, 'move')
  if (!move || move.going || (await moveWaits(config, config.store.read)).length > 0) return link
  const { publicKey, privateKey } = makeKeyPair('ed25519')
  const { generation } = link.device.identity
  const begun = await config.store.inTransaction(async (trx) => {
    if ((await moveWaits(config, trx)).length > 0) return false
    const keys = { signingKey: privateKey.toString('base64url'), signingPublic: publicKey.toString('base64url') }
    await remember(trx, 'move', {
      ...move,
      going: { ...keys, from: generation, ...(await lastNumbers(trx, generation)) },
    })
    config.moving.lock()
    return true
  })
  if (!begun) return link
  config.announce('status')
  return finishMove(link)
}

async function lastNumbers(db: ReadDb, generation: number) {
  const lastOf = async (table: 'command' | 'audit_entry') => {
    const sql = `SELECT max(position) AS last FROM ${table} WHERE position > ? AND position < ?`
    const [start, end] = [positionOf(generation, 0), positionOf(generation + 1, 0)]
    return seqOf((await firstRow<{ last: number | null }>(db, sql, start, end))?.last ?? start)
  }
  return { lastSeq: await lastOf('command'), lastAuditSeq: await lastOf('audit_entry') }
}

/** Goes on with a move that was begun, however the program ended meanwhile. The same link where there is none, or where the centre calls it off. Throws CentreTrouble. */
export async function finishMove(link: Link): Promise<Link> {
  const { store, moving, log, announce } = link.config
  const move = await recall(store.read, 'move')
  if (!move?.going) return link
  const answer = await askForPlace(link, move.order.moveId, move.going)
  if (answer === null) return link
  await intoOffice(link, move.order, move.going, answer)
  log.info('moved', { generation: answer.device.generation })
  moving.arrived()
  announce('status', 'staff', 'cards', 'cases', 'things', 'queue', 'settings')
  return asItIsNow(link)
}

/** Null: the centre does not let it go, and it goes on here. May be asked any number of times: the place is given once. */
async function askForPlace(link: Link, moveId: string, going: Going): Promise<z.output<typeof moveAnswer> | null> {
  try {
    return await ask(link, moveId, going)
  } catch (cause) {
    if (!(cause instanceof CentreTrouble) || cause.reason !== 'refused' || holding.has(cause.code)) throw cause
    link.config.log.error('not-moved', cause)
    await stay(link, cause.problem === 'unsent')
    return null
  }
}

/** The centre says nothing about the move by these. */
const holding: ReadonlySet<string> = new Set(['device-revoked', 'centre-busy', 'protocol-too-old'])

async function ask({ client, device }: Link, moveId: string, going: Going) {
  const { deviceId } = device.identity
  const { from, lastSeq, lastAuditSeq, signingPublic: signingKey } = going
  const asked = { nonce: await client.nonce(deviceId), moveId, from, lastSeq, lastAuditSeq, signingKey }
  const text = Buffer.from(moveText({ ...asked, deviceId }))
  const signed = (key: Buffer) => sign(null, text, privateKeyOf('ed25519', key)).toString('base64url')
  const signatures = {
    signature: signed(device.keys.signing.privateKey),
    newSignature: signed(Buffer.from(going.signingKey, 'base64url')),
  }
  return client.move(deviceId, { ...asked, ...signatures })
}

/** `ordered`: it is to go later all the same. */
async function stay({ config }: Link, ordered: boolean): Promise<void> {
  await config.store.inTransaction(async (trx) => {
    const move = await recall(trx, 'move')
    await remember(trx, 'move', ordered && move ? { ...move, going: null } : null)
  })
  config.moving.unlock()
  config.announce('status')
}
