import type { FoundInPicture, MadePage, PageAnswer, PageRequest, PageWish, TakenPage } from './page-messages.ts'
import type { PageLook } from './straighten.ts'

/** Finding and straightening in a thread of its own, so that they never hold up a key. Each takes the picture over; all reject where it cannot be done. */
export interface PageThread {
  find(picture: ImageBitmap): Promise<FoundInPicture>
  take(picture: ImageBitmap, of: { readonly find: boolean; readonly look: PageLook }): Promise<TakenPage>
  make(picture: ImageBitmap, wish: PageWish): Promise<MadePage>
  close(): void
}

type Asked = PageRequest extends infer R ? (R extends PageRequest ? Omit<R, 'id'> : never) : never

export const openPageThread = (): PageThread =>
  pageThreadOf(new Worker(new URL('./page-worker.ts', import.meta.url), { type: 'module' }))

export function pageThreadOf(worker: Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>): PageThread {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(cause: Error): void }>()
  let last = 0
  // A thread that broke down never answers, and is not asked again.
  let ended: Error | null = null
  const end = (cause: Error) => {
    ended = cause
    for (const one of waiting.values()) one.reject(cause)
    waiting.clear()
  }
  worker.addEventListener('message', (event: MessageEventInit<PageAnswer>) => {
    const { data } = event
    const one = data && waiting.get(data.id)
    if (!data || !one) return
    waiting.delete(data.id)
    if (data.task === 'failed') one.reject(new Error('this picture cannot be worked on'))
    else one.resolve(data.value)
  })
  worker.addEventListener('error', () => end(new Error('the page thread broke down')))
  const ask = <T>(asked: Asked): Promise<T> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended)
      last += 1
      waiting.set(last, { resolve: resolve as (value: unknown) => void, reject })
      worker.postMessage({ ...asked, id: last }, [asked.picture])
    })
  return {
    find: (picture) => ask({ task: 'find', picture }),
    take: (picture, of) => ask({ task: 'take', picture, ...of }),
    make: (picture, wish) => ask({ task: 'make', picture, wish }),
    close: () => {
      worker.terminate()
      end(new Error('the page thread was closed'))
    },
  }
}
