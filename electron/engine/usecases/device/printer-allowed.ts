import type { PrinterSettings } from '#shared/contract/engine/device.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { mayPrintTo } from '#shared/domain/printing/printer-path.ts'
import type { Result } from '#shared/domain/result.ts'
import type { Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'

/** Why this printer may not be used here; null: it may. Fault: printer-not-approved. */
export async function refusePrinter(
  { settings }: Pick<ReadSet, 'settings'>,
  { insecureKey: development }: Pick<Deps, 'insecureKey'>,
  printer: PrinterSettings | undefined,
): Promise<Result<never, Fault> | null> {
  if (printer?.kind !== 'path') return null
  const shares = (await settings.region()).printers?.shares ?? []
  return mayPrintTo(printer.path, { shares, development }) ? null : fail('printer-not-approved')
}
