import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { refusePrinter } from './printer-allowed.ts'

/** A test slip on a printer that need not be saved yet; who printed it is noted before. Faults: printer-*. */
export async function testPrinter(
  deps: Deps,
  { printer }: ParsedInputOf<'printer.test'>,
  { staff }: Who,
): Answer<OutputOf<'printer.test'>> {
  const refused = await deps.inOneWrite(async (tx) => {
    const refused = await refusePrinter(tx, deps, printer)
    const subject = refused ? `${printer.kind} refused` : printer.kind
    await tx.audit.append({ kind: 'print-test', subject, staffId: staff.id, at: deps.clock.now() })
    return refused
  })
  return refused ?? deps.printing.test(printer)
}
