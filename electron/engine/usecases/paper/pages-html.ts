const style = `@page { size: A4; margin: 0 } body { margin: 0 }
img { display: block; width: 210mm; height: 296.9mm; break-after: page } img:last-child { break-after: auto }`

export const a4Mm = 210 as const
export const printDpi = 200

/** Each picture is a page. As a PDF it would need the viewer of the browser, which prints a frame of its own around it. */
export const pagesHtml = (pages: readonly Uint8Array[], mime: 'image/png' | 'image/jpeg' = 'image/png'): string =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Loket</title><style>${style}</style></head><body>${pages
    .map((page) => `<img alt="" src="data:${mime};base64,${Buffer.from(page).toString('base64')}">`)
    .join('')}</body></html>`
