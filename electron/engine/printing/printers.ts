import type { PrinterSettings } from '#shared/contract/engine/device.ts'
import { a4Mm } from '../usecases/paper/pages-html.ts'
import type { Shell } from '../usecases/ports.ts'
import type { PaperPrinter } from '../usecases/stores.ts'
import { networkPrinter } from './network-printer.ts'
import { pathPrinter } from './path-printer.ts'
import { systemPrinter } from './system-printer.ts'
import type { PrinterTransport } from './transport.ts'

export type ChosenPrinter = Exclude<PrinterSettings, { kind: 'none' }> | PaperPrinter
export type ReachPrinter = (printer: ChosenPrinter) => PrinterTransport

/** Finds the way to a printer by its settings. Remembers which paths still hang, for as long as the engine lives. */
export function printers(shell: Shell): ReachPrinter {
  const busy = new Set<string>()
  return (printer) => {
    switch (printer.kind) {
      case 'network':
        return networkPrinter(printer.host, printer.port)
      case 'path':
        return pathPrinter(printer.path, busy)
      case 'system':
        return systemPrinter(printer.name, printer.widthMm, shell)
      case 'paper':
        return systemPrinter(printer.name, a4Mm, shell)
    }
  }
}
