import type { PrinterSettings } from '#shared/contract/engine/device.ts'

/** The printer while it is being typed: every kind's fields at once, so that changing the kind loses nothing. */
export interface Draft {
  readonly kind: PrinterSettings['kind']
  readonly host: string
  readonly port: number
  readonly path: string
  readonly name: string
  readonly widthMm: 58 | 80
}

/** Port on which network printers take raw bytes. */
const rawPort = 9100

const empty: Draft = { kind: 'none', host: '', port: rawPort, path: '', name: '', widthMm: 80 }

export const draftOf = (printer: PrinterSettings): Draft => ({ ...empty, ...printer })

/** The settings it stands for; null while something is missing. */
export function printerOf({ kind, host, port, path, name, widthMm }: Draft): PrinterSettings | null {
  switch (kind) {
    case 'none':
      return { kind }
    case 'network':
      return host.trim() !== '' && port >= 1 && port <= 65535 ? { kind, host: host.trim(), port, widthMm } : null
    case 'path':
      return path.trim() !== '' ? { kind, path: path.trim(), widthMm } : null
    case 'system':
      return name !== '' ? { kind, name, widthMm } : null
  }
}
