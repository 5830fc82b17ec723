/** What a path of the printer's setting leads to. */
export type PrinterPathKind = 'device' | 'share' | 'file' | 'none'

/** Parallel, USB and serial ports by the names that Linux, macOS and Windows give them; nothing below or beside them. */
const devices = [
  /^\/dev\/(usb\/)?lp\d{1,2}$/,
  /^\/dev\/tty(USB|ACM|S)\d{1,2}$/,
  /^\/dev\/cu\.[A-Za-z0-9-]{1,60}$/,
  /^(COM|LPT)\d{1,3}:?$/i,
]

/** `\\PC-LOKET-2\printer`, nothing after it. A name of a host, never one of the shapes by which Windows reaches devices and pipes. */
const share = /^\\\\([A-Za-z0-9][A-Za-z0-9.-]{0,62})\\([^\\/:*?"<>|]{1,80})$/

/** Windows takes either slash, so two of any kind in front are a share or something worse. */
export function printerPathKind(path: string): PrinterPathKind {
  if (devices.some((device) => device.test(path))) return 'device'
  const back = path.replaceAll('/', '\\')
  if (back.startsWith('\\\\')) return share.test(back) ? 'share' : 'none'
  return hasControl(path) || path.split(/[\\/]/).includes('..') || /^\/(dev|proc|sys)(\/|$)/.test(path)
    ? 'none'
    : 'file'
}

/**
 * May receipts be sent there? A share only where the city named it (region pack): Windows would show the sign-in of the clerk to whatever host is written there. A file only
 * in development, where it stands for paper.
 */
export function mayPrintTo(
  path: string,
  { shares, development }: { readonly shares: readonly string[]; readonly development: boolean },
): boolean {
  switch (printerPathKind(path)) {
    case 'device':
      return true
    case 'share':
      return shares.some((one) => sameShare(one, path))
    case 'file':
      return development
    case 'none':
      return false
  }
}

const sameShare = (a: string, b: string) => plain(a) === plain(b)
const plain = (path: string) => path.replaceAll('/', '\\').toLowerCase()

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const hasControl = (path: string) => /[\u0000-\u001f]/.test(path)
