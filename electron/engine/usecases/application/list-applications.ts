import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { looseKitirNumber } from '#shared/domain/ekitir/kitir-number.ts'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { closedStatuses, type FilingStatus, filingStatuses } from '#shared/domain/filing/filing-status.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import type { ReadSet, Seen } from '../stores.ts'
import { applicationLine } from './application-line.ts'

const ready = ['SIAP_DIAMBIL', 'SIAP_UNDUH'] as const
const sentBack = ['PERBAIKAN'] as const
const under = (...others: readonly (readonly FilingStatus[])[]) =>
  filingStatuses.filter((status) => !others.some((some) => some.includes(status)))

const statesOf = {
  open: under(closedStatuses, ready, sentBack),
  'sent-back': sentBack,
  ready,
  closed: closedStatuses,
  all: filingStatuses,
} as const

/** Applications filed at the counters of this device's units, the newest first; what is searched for is looked up by its keys. */
export async function listApplications(
  deps: Deps,
  { filter, search, offset, limit }: ParsedInputOf<'application.list'>,
): Answer<OutputOf<'application.list'>> {
  return deps.reading(async (db) => {
    const states = statesOf[filter]
    const hits = search.trim() === '' ? null : await searched(db, search, states)
    const found =
      hits?.slice(offset, offset + limit) ??
      (await db.things.list('filing', { states, newestFirst: true, offset, limit }))
    return ok({
      rows: found.map(applicationLine),
      total: hits?.length ?? (await db.things.count('filing', { states })),
      counts: await countsOf(db),
      dataAsOf: await db.device.dataAsOf(),
    })
  })
}

async function countsOf(db: ReadSet): Promise<OutputOf<'application.list'>['counts']> {
  const count = (states: readonly FilingStatus[]) => db.things.count('filing', { states })
  return {
    open: await count(statesOf.open),
    sentBack: await count(sentBack),
    ready: await count(ready),
    closed: await count(closedStatuses),
  }
}

/** A number in any spelling, or the beginnings of words of a name, all of which have to be there. */
async function searched(db: ReadSet, text: string, states: readonly FilingStatus[]): Promise<readonly Seen<Filing>[]> {
  const number = looseKitirNumber(text)
  const byNumber = number === '' ? [] : await db.things.list('filing', { states, key: number, newestFirst: true })
  const byKitir = number === '' ? [] : await byEarlierKitir(db, number, states)
  if (byNumber.length + byKitir.length > 0) return [...byNumber, ...byKitir.filter(notIn(byNumber))]
  const [first = '', ...others] = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  if (first === '') return []
  const named = await db.things.list('filing', { states, keyStart: `name:${first}`, newestFirst: true })
  return named.filter(({ row }) => others.every((word) => namesIn(row).some((name) => name.startsWith(word))))
}

const notIn = (some: readonly Seen<Filing>[]) => (one: Seen<Filing>) => !some.some(({ row }) => row.id === one.row.id)

/** By an e-Kitir that was replaced since. */
async function byEarlierKitir(db: ReadSet, number: string, states: readonly FilingStatus[]) {
  const found: Seen<Filing>[] = []
  for (const { row } of await db.things.list('kitir', { key: number })) {
    const filing = await db.things.find('filing', row.applicationId)
    if (filing && states.includes(filing.row.status)) found.push(filing)
  }
  return found
}

const namesIn = ({ applicantName, people }: Filing) =>
  [applicantName, ...Object.values(people).map(({ name }) => name ?? '')].flatMap((name) =>
    name.toLowerCase().split(/\s+/),
  )
