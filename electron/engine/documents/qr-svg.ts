import QRCode from 'qrcode'

/** A QR code as SVG, so many points wide. */
export function qrSvg(text: string, size: number): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const rows = Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => (modules.get(row, column) ? '#' : ' ')).join(''),
  )
  // One stroke for each run of dark modules, which makes the file a third smaller than one for each module.
  const path = rows.flatMap((cells, row) =>
    [...cells.matchAll(/#+/g)].map(({ index, 0: run }) => `M${index} ${row}h${run.length}v1.02h-${run.length}z`),
  )
  return `<svg width="${size}" height="${size}" viewBox="0 0 ${modules.size} ${modules.size}"><path d="${path.join('')}"/></svg>`
}
