import type { MadePage, PageWish, TakenPage } from './page-messages.ts'
import { type Size, wholeOf } from './quad.ts'
import type { PageLook } from './straighten.ts'

/** One page of the document that is being made. `found`: its border was seen. */
export interface DraftPage {
  readonly id: number
  readonly original: Blob
  readonly picture: Size
  readonly found: boolean
  readonly wish: PageWish
  readonly made: MadePage
}

/** `chosen`: the page that is looked at; null: the camera. `replacing`: the next picture takes its place. */
export interface Pages {
  readonly list: readonly DraftPage[]
  readonly chosen: number | null
  readonly replacing: number | null
}

export type PagesAct =
  | { readonly do: 'taken'; readonly id: number; readonly page: TakenPage; readonly look: PageLook }
  | { readonly do: 'made'; readonly id: number; readonly wish: PageWish; readonly made: MadePage }
  | { readonly do: 'choose'; readonly id: number | null }
  | { readonly do: 'retake'; readonly id: number }
  | { readonly do: 'move'; readonly id: number; readonly by: -1 | 1 }
  | { readonly do: 'remove'; readonly id: number }

export const noPages: Pages = { list: [], chosen: null, replacing: null }

export function pagesAfter(pages: Pages, act: PagesAct): Pages {
  switch (act.do) {
    case 'taken':
      return taken(pages, pageOf(act.id, act.page, act.look))
    case 'made':
      return {
        ...pages,
        list: pages.list.map((page) => (page.id === act.id ? { ...page, wish: act.wish, made: act.made } : page)),
      }
    case 'choose':
      return { ...pages, chosen: act.id, replacing: null }
    case 'retake':
      return { ...pages, chosen: null, replacing: act.id }
    case 'move':
      return { ...pages, list: moved(pages.list, act.id, act.by) }
    case 'remove':
      return removed(pages, act.id)
  }
}

const pageOf = (id: number, { original, picture, found, made }: TakenPage, look: PageLook): DraftPage => ({
  ...{ id, original, picture, made, found: found !== null },
  wish: { corners: found ?? wholeOf(picture), turns: 0, look },
})

/** At the end, or in the place of the one that is taken again. */
function taken(pages: Pages, page: DraftPage): Pages {
  const again = pages.list.some(({ id }) => id === pages.replacing)
  const list = again ? pages.list.map((one) => (one.id === pages.replacing ? page : one)) : [...pages.list, page]
  return { list, chosen: pages.chosen, replacing: null }
}

function moved(list: readonly DraftPage[], id: number, by: -1 | 1): readonly DraftPage[] {
  const from = list.findIndex((page) => page.id === id)
  const to = from + by
  const page = list[from]
  if (!page || to < 0 || to >= list.length) return list
  return list.toSpliced(from, 1).toSpliced(to, 0, page)
}

/** The next one is looked at then; the camera when there is none. */
function removed(pages: Pages, id: number): Pages {
  const at = pages.list.findIndex((page) => page.id === id)
  const list = pages.list.filter((page) => page.id !== id)
  const next = list[Math.min(at, list.length - 1)]
  return { list, chosen: pages.chosen === id ? (next?.id ?? null) : pages.chosen, replacing: null }
}

/** Dots an inch, as a page that fills A4. */
export const dpiOf = ({ width, height }: Size): number =>
  Math.round(Math.max(Math.min(width, height) / 8.27, Math.max(width, height) / 11.69))
