import type { PrinterSettings } from '#shared/contract/engine/device.ts'

/** Everything the form holds, whatever the kind; what is saved is made of it. */
export interface Draft {
  readonly kind: PrinterSettings['kind']
  readonly host: string
  readonly port: number
  readonly path: string
  readonly name: string
  readonly widthMm: 58 | 80
}

/** The form for what is set now. */
export const draftOf = (printer: PrinterSettings): Draft => ({
  kind: printer.kind,
  host: printer.kind === 'network' ? printer.host : '',
  port: printer.kind === 'network' ? printer.port : 9100,
  path: printer.kind === 'path' ? printer.path : '',
  name: printer.kind === 'system' ? printer.name : '',
  widthMm: printer.kind === 'none' ? 80 : printer.widthMm,
})

/** The settings a draft stands for; null while something is missing. */
export function printerOf({ kind, host, port, path, name, widthMm }: Draft): PrinterSettings | null {
  switch (kind) {
    case 'none':
      return { kind }
    case 'network':
      return host.trim() && port > 0 && port < 65536 ? { kind, host: host.trim(), port, widthMm } : null
    case 'path':
      return path.trim() ? { kind, path: path.trim(), widthMm } : null
    case 'system':
      return name ? { kind, name, widthMm } : null
  }
}
