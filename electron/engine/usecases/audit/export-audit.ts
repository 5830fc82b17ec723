import { AuditFileWriter } from '#shared/audit/audit-file.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { unitZone } from '../device/unit-zone.ts'
import { fail } from '../fail.ts'
import { saveNoted } from '../paper/save-noted.ts'
import { ChainRun } from './chain-run.ts'
import { spanOf } from './days.ts'
import { keptOf } from './kept-of.ts'

const atOnce = 1000

/** From the first entry of these days to the last, all that lies between them, signed by this device. Faults: not-enrolled, nothing-to-export, audit-unsound, file-not-saved. */
export async function exportAudit(
  deps: Deps,
  { from, to }: ParsedInputOf<'audit.export'>,
  { staff }: Who,
): Answer<OutputOf<'audit.export'>> {
  const found = await deps.reading(async (db) => {
    const ends = await db.trail.ends(spanOf(from, to, await unitZone(db)))
    return { device: await db.device.current(), ends, before: ends && (await db.trail.before(ends.first)) }
  })
  if (!found.device) return fail('not-enrolled')
  if (!found.ends) return fail('nothing-to-export')
  const { deviceId, deviceName, homeScope: scope } = found.device
  const at = deps.clock.now()
  const signer = await deps.signer()
  const writer = new AuditFileWriter(deps.secrets.hash)
  const kept = found.before && keptOf(found.before)
  const after = kept && { generation: kept.generation, seq: kept.seq, hash: kept.hash }
  const parts = [writer.begin({ deviceId, deviceName, scope, madeAt: at, madeBy: staff.id, key: signer.key, after })]
  const entries = await entryLines(deps, writer, { ...found.ends, before: kept })
  if (entries === null) return fail('audit-unsound')
  parts.push(...entries, writer.end(signer.sign))
  const fileName = `jejak-audit-${deviceName}-${from}-${to}.jsonl`.replace(/[^A-Za-z0-9.-]/g, '-')
  const entry = { kind: 'audit-export', subject: `${from} ${to}`, staffId: staff.id } as const
  const saved = await saveNoted(deps, entry, { fileName, bytes: new TextEncoder().encode(parts.join('')) })
  return saved.ok ? ok({ ...saved.value, entries: entries.length }) : saved
}

/** Null: the chain is not whole there. A device does not vouch for what does not hold. */
async function entryLines(
  deps: Deps,
  writer: AuditFileWriter,
  span: { readonly first: number; readonly last: number; readonly before: ChainRun['before'] },
): Promise<string[] | null> {
  const chain = new ChainRun(deps.secrets.hash)
  chain.before = span.before
  const lines: string[] = []
  for (let position = span.first - 1; position < span.last; ) {
    const rows = (await deps.reading((db) => db.trail.after(position, atOnce))).filter(
      (row) => row.position <= span.last,
    )
    for (const row of rows) {
      const kept = keptOf(row)
      if (!chain.take(kept)) return null
      lines.push(writer.entry(kept))
    }
    position = rows.at(-1)?.position ?? span.last
  }
  return lines
}
