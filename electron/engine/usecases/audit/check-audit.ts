import { setImmediate as breathe } from 'node:timers/promises'
import type { AuditChecked } from '#shared/contract/engine/audit.ts'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { ChainRun, type Place } from './chain-run.ts'
import { keptOf } from './kept-of.ts'

/** Entries that are gone through before everybody else has a turn: some 10 ms. */
const atOnce = 1000
const tellEveryMs = 250

type State = OutputOf<'audit.state'>

/** Is the chain whole? Who asked for it is an entry of its own, behind what was checked. */
export async function checkAudit(deps: Deps, _: Record<string, never>, { staff }: Who): Answer<AuditChecked> {
  const { auditChecks: checks } = deps
  checks.current ??= run(deps).finally(() => {
    checks.current = null
  })
  const checked = await checks.current
  const subject = checked.trouble?.kind ?? 'sound'
  await deps.inOneWrite((tx) =>
    tx.audit.append({ kind: 'audit-check', subject, staffId: staff.id, at: deps.clock.now() }),
  )
  return ok(checked)
}

export async function auditState({ auditChecks }: Deps): Answer<State> {
  return ok(auditChecks.state)
}

async function run(deps: Deps): Promise<AuditChecked> {
  const began = deps.clock.elapsedMs()
  const told = { at: began }
  const total = await deps.reading((db) => db.trail.length())
  const tell = (done: number, now: boolean) => {
    if (!now && deps.clock.elapsedMs() - told.at < tellEveryMs) return
    told.at = deps.clock.elapsedMs()
    deps.auditChecks.state = { ...deps.auditChecks.state, running: { done, total } }
    deps.announce('audit')
  }
  tell(0, true)
  try {
    const last = await check(deps, (done) => tell(done, false), began)
    deps.auditChecks.state = { running: null, last }
    return last
  } finally {
    deps.auditChecks.state = { ...deps.auditChecks.state, running: null }
    deps.announce('audit')
  }
}

async function check(deps: Deps, tell: (done: number) => void, began: number): Promise<AuditChecked> {
  const chain = new ChainRun(deps.secrets.hash)
  // Before the chain: an act that comes while it is read has its entry behind what was read.
  const { sent, lastAct } = await deps.reading(async ({ trail }) => ({
    sent: await trail.sentUpTo(),
    lastAct: await trail.lastAct(),
  }))
  let position = 0
  let unsent = 0
  for (let more = true; more && !chain.trouble; ) {
    const rows = await deps.reading((db) => db.trail.after(position, atOnce))
    const [first] = rows
    if (position === 0 && first) chain.begin(keptOf(first), first.position <= sent)
    for (const row of rows) {
      if (!chain.take(keptOf(row))) break
      position = row.position
      if (position > sent) unsent += 1
    }
    more = rows.length === atOnce
    tell(chain.entries)
    await breathe()
  }
  const trouble =
    chain.trouble ??
    chain.troubleOfBeginning ??
    rolledBack(chain, position, sent) ??
    (await actMissing(deps, chain, lastAct))
  const seconds = (deps.clock.elapsedMs() - began) / 1000
  return { at: deps.clock.now(), entries: chain.entries, seconds, trouble, unsent }
}

/** The centre has acknowledged more than there is. */
function rolledBack({ lastSoundAt }: ChainRun, position: number, sent: number): Place | null {
  if (position >= sent) return null
  const { generation, seq } = keptOf({ position: position + 1, entry: '', hash: '' })
  return { kind: 'rolled-back', generation, seq, lastSoundAt }
}

/** Acts are signed and entries are not: whoever cuts the end of the chain off leaves acts behind that nothing tells of. */
async function actMissing(
  deps: Deps,
  { acts, lastSoundAt, missing: gone }: ChainRun,
  lastAct: number,
): Promise<Place | null> {
  let known = gone === 0
  for (let position = 0; position < lastAct; ) {
    const found = await deps.reading((db) => db.trail.actsAfter(position, atOnce))
    // Acts whose entries were erased with the beginning come before the first one that an entry names.
    const named = found.findIndex(({ hash }) => acts.has(hash))
    const from = known ? 0 : named === -1 ? found.length : named
    const missing = found.slice(from).find((act) => act.position <= lastAct && !acts.has(act.hash))
    if (missing) {
      const { generation, seq } = keptOf({ position: missing.position, entry: '', hash: '' })
      return { kind: 'act-missing', generation, seq, lastSoundAt }
    }
    known ||= found.some(({ hash }) => acts.has(hash))
    position = found.at(-1)?.position ?? lastAct
    await breathe()
  }
  return null
}
