import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { mostPdfBytes } from '#shared/contract/engine/document.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { faultOf, useEngine } from '../../app/engine-hooks.ts'
import { bitmapOf } from '../camera/picture-bitmap.ts'
import { base64Of, blobOf, kindOf } from './file-input.ts'
import type { PageWish } from './page-messages.ts'
import { openPageThread, type PageThread } from './page-thread.ts'
import { noPages, pagesAfter } from './pages.ts'
import type { PageLook } from './straighten.ts'

/** Why nothing came of the last picture or file. */
export type PageTrouble =
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'other-file' | 'unreadable' | 'file-too-large' | 'not-straightened' }

class Trouble extends Error {
  readonly trouble: PageTrouble

  constructor(trouble: PageTrouble) {
    super(trouble.kind)
    this.trouble = trouble
  }
}

/** The pages of a document that is being made; what the camera or a file brings is found and straightened in a thread. */
export function useDocumentPages() {
  const engine = useEngine()
  const [pages, act] = useReducer(pagesAfter, noPages)
  const [busy, setBusy] = useState(0)
  const [trouble, setTrouble] = useState<PageTrouble | null>(null)
  const thread = usePageThread()
  const last = useRef(0)
  const doing = useCallback(async (work: () => Promise<void>) => {
    setBusy((n) => n + 1)
    setTrouble(null)
    try {
      await work()
    } catch (cause) {
      setTrouble(cause instanceof Trouble ? cause.trouble : { kind: 'fault', fault: faultOf(cause) })
    } finally {
      setBusy((n) => n - 1)
    }
  }, [])
  const take = async (picture: ImageBitmap | null, of: { readonly find: boolean; readonly look: PageLook }) => {
    if (!picture) throw new Trouble({ kind: 'unreadable' })
    const page = await thread.current?.take(picture, of).catch(() => null)
    if (!page) throw new Trouble({ kind: 'not-straightened' })
    last.current += 1
    act({ do: 'taken', id: last.current, page, look: of.look })
  }
  const takeFile = async (file: Blob) => {
    const kind = await kindOf(file)
    if (kind === 'other') throw new Trouble({ kind: 'other-file' })
    if (kind === 'picture') return take(await bitmapOf(file), { find: true, look: 'document' })
    if (file.size > mostPdfBytes) throw new Trouble({ kind: 'file-too-large' })
    const opened = await engine.call('document.open', { pdf: await base64Of(file) })
    // Drawn from a PDF they are straight, and as light as they were made.
    for (const page of opened.pages) await take(await bitmapOf(blobOf(page)), { find: false, look: 'colour' })
  }
  const change = async (id: number, original: Blob, wish: PageWish) => {
    const picture = await bitmapOf(original)
    const made = picture && (await thread.current?.make(picture, wish).catch(() => null))
    if (!made) throw new Trouble({ kind: 'not-straightened' })
    act({ do: 'made', id, wish, made })
  }
  return {
    pages,
    act,
    busy: busy > 0,
    trouble,
    thread,
    forgetTrouble: () => setTrouble(null),
    shoot: (video: HTMLVideoElement) =>
      doing(async () => take(await createImageBitmap(video).catch(() => null), { find: true, look: 'document' })),
    addFiles: (files: readonly Blob[]) =>
      doing(async () => {
        for (const file of files) await takeFile(file)
      }),
    change: (id: number, original: Blob, wish: PageWish) => doing(() => change(id, original, wish)),
  }
}

/** One thread while the dialog is open. */
function usePageThread() {
  const thread = useRef<PageThread | null>(null)
  useEffect(() => {
    const fresh = openPageThread()
    thread.current = fresh
    return () => fresh.close()
  }, [])
  return thread
}
