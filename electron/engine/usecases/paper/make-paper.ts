import type { PaperAsked } from '#shared/contract/engine/papers.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { Paper } from '#shared/domain/paper/paper.ts'
import { paperFileName } from '#shared/domain/paper/paper-name.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { cityManifest } from './city-manifest.ts'
import { deviceContentsPaper } from './device-contents.ts'
import type { PaperBuilder } from './paper-builder.ts'
import { paperTable } from './paper-table.ts'

/** The paper as PDF. Faults: paper-unknown, those of its builder. */
export async function makePaper(
  deps: Deps,
  asked: PaperAsked,
  who: Who,
): Answer<{ readonly pdf: Uint8Array; readonly fileName: string }> {
  const paper = await paperOf(deps, asked, who)
  if (!paper.ok) return paper
  return ok({ pdf: await deps.documents.paper(paper.value), fileName: paperFileName(paper.value) })
}

async function paperOf(deps: Deps, asked: PaperAsked, who: Who): Answer<Paper> {
  if (asked.kind === 'device-contents') return deviceContentsPaper(deps, asked, who)
  const build = builderOf(asked)
  if (build === null) return fail('paper-unknown')
  const here = await deps.reading((db) => build(db, asked, { staff: who.staff, now: deps.clock.now() }))
  if (here.ok || !mayBeManifest(asked, here.refusal)) return here
  const sent = await cityManifest(deps, asked.id, who)
  return !sent.ok && sent.refusal.code === 'not-at-the-dinas' ? here : sent
}

/** What the Dinas sent to another unit is not in its own data. */
const mayBeManifest = (asked: PaperAsked, { code }: Fault): asked is Extract<PaperAsked, { kind: 'shipment-record' }> =>
  asked.kind === 'shipment-record' && code === 'shipment-unknown'

type AnyBuilder = (...of: Parameters<PaperBuilder<PaperAsked['kind']>>) => Answer<Paper>

/** The table pairs each kind with its own question, which the type of a union cannot say. */
const builderOf = ({ kind }: PaperAsked): AnyBuilder | null => paperTable[kind] as unknown as AnyBuilder | null

/** What the audit says of a paper: its kind and what it is about, never a name. */
export const subjectOf = (asked: PaperAsked): string =>
  asked.kind === 'app-leaflet'
    ? asked.kind
    : asked.kind === 'statement'
      ? `${asked.kind} ${asked.form} ${asked.service}`
      : 'cardIds' in asked
        ? `${asked.kind} ${asked.cardIds.length}`
        : `${asked.kind} ${'slip' in asked ? asked.codeId : (asked.id ?? '')}`.trim()
