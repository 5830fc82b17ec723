import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { Kitir } from '#shared/domain/filing/filing.ts'
import { bearsPin } from '#shared/domain/receipt/filing-slip-lines.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { PaperPrinter, PrintRow, WriteSet } from '../stores.ts'
import { isOriginal, nextCopy, pinState } from './get-slip.ts'
import { ownerOf } from './owner-of.ts'
import { slipData } from './slip-data.ts'
import { slipOf } from './slip-of.ts'

type Queued = OutputOf<'ekitir.print'>['jobs'][number]
type CopyFor = Queued['copyFor']

/** Puts the slips of an e-Kitir into the print queue; the PIN is not in it. Faults: kitir-unknown, kitir-replaced, printer-not-set, print-asked. */
export async function printSlip(
  deps: Deps,
  { kitirId, copy, paperPrinter }: ParsedInputOf<'ekitir.print'>,
  { staff }: Who,
  answering: Answering,
): Answer<OutputOf<'ekitir.print'>> {
  const answer = await answering(async (tx) => {
    const kitir = await printable(tx, kitirId, paperPrinter)
    if (!kitir.ok) return kitir
    const printer = paperPrinter === null ? null : ({ kind: 'paper', name: paperPrinter } as const)
    const jobs: Queued[] = []
    for (const copyFor of copy === 'both' ? (['citizen', 'office'] as const) : [copy])
      jobs.push(await queueSheet(deps, tx, { kitir: kitir.value, copyFor, printer }))
    await tx.audit.append({ kind: 'kitir-print', subject: kitirId, staffId: staff.id, at: deps.clock.now() })
    return ok({ jobs })
  })
  if (!answer.ok) return answer
  deps.printing.wake()
  deps.announce('prints', 'status')
  return answer
}

async function printable(tx: WriteSet, kitirId: string, paperPrinter: string | null): Promise<Result<Kitir, Fault>> {
  const kitir = (await tx.things.find('kitir', kitirId))?.row
  if (!kitir) return fail('kitir-unknown')
  if (kitir.state === 'replaced') return fail('kitir-replaced')
  if (paperPrinter === null && (await tx.settings.settings()).printer.kind === 'none') return fail('printer-not-set')
  const asked = await pinState(tx, kitirId, await tx.prints.ofKitir(kitirId))
  return asked === 'asked' ? fail('print-asked') : ok(kitir)
}

interface Sheet {
  readonly kitir: Kitir
  readonly copyFor: CopyFor
  readonly printer: PaperPrinter | null
}

async function queueSheet(deps: Deps, tx: WriteSet, sheet: Sheet): Promise<Queued> {
  const { kitir, copyFor, printer } = sheet
  const jobs = await tx.prints.ofKitir(kitir.id)
  const copy = nextCopy(jobs, copyFor, await pinState(tx, kitir.id, jobs))
  // Its bytes are on their way: another would be a second paper with the same PIN.
  const coming = jobs.find((job) => isOriginal(job) && job.state === 'printing')
  if (coming && copyFor === 'citizen') return { jobId: coming.jobId, copyFor, copy: 0, withPin: true }
  await givenUp(tx, jobs, copyFor, copy)
  const slip = slipData(await slipOf(deps, tx, kitir, { copyFor, copy }))
  const now = deps.clock.now()
  const job: PrintRow = {
    ...{
      jobId: deps.ids.uuid(),
      kind: copyFor === 'citizen' ? 'kitir-citizen' : 'kitir-office',
      title: await ownerOf(tx, kitir),
    },
    ...{ handoverId: null, receiptNumber: kitir.number, copy, receipt: null, kitirId: kitir.id, slip, signature: null },
    ...{ printer, state: 'waiting', attempts: 0, queuedAt: now, dueAt: now, printedAt: null, fault: null },
  }
  await tx.prints.queue(job)
  return { jobId: job.jobId, copyFor, copy, withPin: bearsPin(slip) }
}

/** The same sheet that still waits, or failed, is not wanted twice: two papers with one PIN would be one too many. */
async function givenUp(tx: WriteSet, jobs: readonly PrintRow[], copyFor: CopyFor, copy: number): Promise<void> {
  for (const job of jobs) {
    const open = job.state === 'waiting' || job.state === 'failed'
    if (open && job.slip?.copyFor === copyFor && (isOriginal(job) || job.copy === copy))
      await tx.prints.save({ ...job, state: 'cancelled', fault: null })
  }
}
