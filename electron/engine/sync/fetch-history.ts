import type { z } from 'zod'
import { actFrom } from '#shared/contract/sync/acts.ts'
import { commandEnvelope, type historyAnswer, limits, type Standing } from '#shared/contract/sync/protocol.ts'
import { subjectsOf } from '#shared/domain/act/acts.ts'
import type { WriteDb } from '../database/handles.ts'
import { firstRow, insertRow, rows } from '../database/sql.ts'
import { recountLost } from './acts-lost.ts'
import { CentreTrouble } from './centre-trouble.ts'
import { isAuthentic, sha256 } from './envelope.ts'
import { raiseException } from './exceptions.ts'
import { publicKeyIn } from './generation-keys.ts'
import type { Link } from './link.ts'
import { positionOf } from './position.ts'
import { publicKeyOf } from './raw-keys.ts'
import { storeVerdicts } from './store-verdicts.ts'
import { type Healing, recall, remember } from './sync-state.ts'

type Kept = z.output<typeof historyAnswer>['commands'][number]

/** In which generations, and after which number, the own history is not whole: a command is not here, or its verdict is not. */
export async function placesToFetch(trx: WriteDb, past: Standing['chains']): Promise<Healing['fetch']> {
  const places: { generation: number; after: number }[] = []
  for (const { generation, seq } of past) {
    const start = positionOf(generation, 0)
    const whole = await firstRow<{ after: number }>(trx, wholeUpTo, start, start, start + seq)
    if ((whole?.after ?? 0) < seq) places.push({ generation, after: whole?.after ?? 0 })
  }
  return places
}

/** Numbers from 1 on without a gap, each with a verdict. */
const wholeUpTo = `SELECT count(*) AS after FROM (
    SELECT position - ? AS seq, row_number() OVER (ORDER BY position) AS nth,
      sum(verdict IS NULL) OVER (ORDER BY position) AS open
    FROM command WHERE position > ? AND position <= ?)
  WHERE seq = nth AND open = 0`

/** Brings home what a restored device did before, page by page; each page and the place after it are one transaction. At the end it is told as done. */
export async function fetchHistory(link: Link): Promise<void> {
  const { store, announce } = link.config
  for (;;) {
    const healing = await recall(store.read, 'healing')
    if (!healing) return
    const next = healing.fetch[0]
    if (!next) {
      await store.inTransaction((trx) => tellHealed(trx, link, healing))
      return announce('queue', 'status')
    }
    const page = await link.client.history({ ...next, limit: limits.historyCommands })
    const topics = await keepPage(link, healing, next, page)
    announce('queue', ...topics)
  }
}

async function keepPage(
  link: Link,
  healing: Healing,
  { generation, after }: Healing['fetch'][number],
  { commands, more }: z.output<typeof historyAnswer>,
): Promise<Set<string>> {
  const { store, baseRows } = link.config
  const last = commands.at(-1)?.verdict.seq ?? after
  const rest = healing.fetch.slice(1)
  return store.inTransaction(async (trx) => {
    const topics = new Set<string>()
    let fetched = 0
    for (const command of commands) {
      const kept = await keepCommand(trx, link, generation, command)
      if (kept.isNew) fetched += 1
      for (const topic of await baseRows.refresh(trx, kept.keys)) topics.add(topic)
    }
    // A page without anything new would be asked for for ever.
    const fetch = more && last > after ? [{ generation, after: last }, ...rest] : rest
    await remember(trx, 'healing', { ...healing, fetch, fetched: healing.fetched + fetched })
    return topics
  })
}

async function keepCommand(trx: WriteDb, link: Link, generation: number, command: Kept) {
  const { id, seq, ...envelope } = await provenEnvelope(trx, generation, command)
  const position = positionOf(generation, seq)
  const here = await trx
    .selectFrom('command')
    .select(['id', 'position', 'type', 'subject', 'payload'])
    .where('position', '=', position)
    .executeTakeFirst()
  if (here) {
    if (here.id === id)
      await storeVerdicts(trx, link.config.baseRows, [here], [{ ...command.verdict, seq, generation }])
    return { isNew: false, keys: [] }
  }
  // The same act in two lives: the one that was signed anew keeps the payload, this one its place in the chain.
  const twin = await trx.selectFrom('command').select('position').where('id', '=', id).executeTakeFirst()
  const act = actFrom(envelope.type, command.payload)
  const own = link.device.identity.scopes.includes(envelope.scope)
  const refs = act && own ? subjectsOf(act) : []
  const chief = refs.find(({ entity }) => entity === 'card') ?? refs[0]
  const subject = cardIn(command.payload) ?? chief?.id ?? id
  const { kind, original, code, caseId, decidedAt } = command.verdict
  const { hash, signature, salt } = command
  await insertRow(trx, 'command', {
    ...{ position, id, type: envelope.type, subject, at: envelope.at, hlc: envelope.hlc, envelope: command.envelope },
    ...{ hash, signature, salt, payload: twin ? null : command.payload },
    ...{
      verdict: original ?? kind,
      verdict_code: code,
      verdict_original: null,
      case_id: caseId,
      decided_at: decidedAt,
    },
  })
  const others = twin ? [] : refs.filter(({ entity, id: about }) => entity !== 'card' || about !== subject)
  const about = others.map(({ entity, id: other }) => `${entity}/${other}`)
  for (const key of new Set(about)) await insertRow(trx, 'command_about', { key, position })
  return { isNew: !twin, keys: twin ? [] : [`card/${subject}`, ...about] }
}

/** What the centre sends as ours has to be ours: the hash holds, and the signature where the key is here. */
async function provenEnvelope(trx: WriteDb, generation: number, command: Kept) {
  const key = await publicKeyIn(trx, generation)
  const holds = key ? isAuthentic(command, publicKeyOf('ed25519', key)) : sha256(command.envelope) === command.hash
  const envelope = holds ? commandEnvelope.safeParse(JSON.parse(command.envelope)).data : null
  if (envelope?.generation === generation) return envelope
  throw new CentreTrouble('answer-unreadable', 'unexpected', { status: 200 })
}

function cardIn(payload: string | null): string | null {
  const fact: unknown = JSON.parse(payload ?? 'null')
  const cardId: unknown = typeof fact === 'object' && fact !== null ? Reflect.get(fact, 'cardId') : null
  return typeof cardId === 'string' ? cardId : null
}

/** Nothing is left to do: a person reads what happened. Receipts that both lives printed under one number are named. */
async function tellHealed(trx: WriteDb, link: Link, healing: Healing): Promise<void> {
  const { clock } = link.config
  const { deviceId } = link.device.identity
  const { generation, resent, fetched, reason } = healing
  const twice = await rows<{ number: string }>(trx, numbersTwice)
  const about = { seq: null, card_id: null, handover_id: null, raised_at: clock.now(), kind: 'attention' as const }
  await raiseException(trx, {
    ...about,
    id: `healed/${deviceId}/${generation}`.slice(0, 64),
    code: reason === 'copied' ? 'readmitted' : 'restored',
    details: { resent: String(resent), fetched: String(fetched) },
  })
  for (const { number } of twice)
    await raiseException(trx, {
      ...about,
      id: `number/${number}`.slice(0, 64),
      code: 'number-twice',
      details: { number },
    })
  await recountLost(trx, generation, clock.now())
  await remember(trx, 'healing', null)
}

/** Of this device's own acts: two different hand-overs under one receipt number. */
const numbersTwice = `SELECT payload ->> 'receiptNumber' AS number FROM command
  WHERE type = 'handover.record' AND payload IS NOT NULL GROUP BY 1 HAVING count(DISTINCT payload ->> 'handoverId') > 1`
