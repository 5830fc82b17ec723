import { BrowserWindow } from 'electron'
import type { SystemPrint } from '#shared/contract/shell/system-print.ts'
import type { HiddenPage } from './system-print.ts'

const micronsPerMm = 1000
/** Longest slip we make; a roll cuts behind the last line. */
const rollLengthMm = 297

/** A window that is never shown, to print from. */
export function openHiddenPage(job: SystemPrint): HiddenPage {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, javascript: false, plugins: job.pdf !== undefined },
  })
  return {
    printers: async () => (await window.webContents.getPrintersAsync()).map(({ name }) => name),
    load: (url) => window.loadURL(url),
    print: ({ printerName, widthMm }) =>
      new Promise((resolve) => {
        const roll = { width: widthMm * micronsPerMm, height: rollLengthMm * micronsPerMm }
        const pageSize = widthMm >= 200 ? 'A4' : roll
        const margins = { marginType: 'none' } as const
        window.webContents.print(
          { silent: true, deviceName: printerName, printBackground: true, margins, pageSize },
          (success, reason) => resolve({ success, reason }),
        )
      }),
    close: () => window.destroy(),
  }
}
