import { createContext, type ReactNode, useContext, useState } from 'react'
import type { TypedPart } from './typed-part.ts'

/** Hand-overs that were left before they were recorded. In memory, and gone with the person who works here. */
class Unfinished {
  readonly #parts = new Map<string, TypedPart>()
  #last: string | null = null

  /** The card that was worked on last, unless it was handed over. */
  last(): string | null {
    return this.#last
  }

  find(cardId: string): TypedPart | null {
    return this.#parts.get(cardId) ?? null
  }

  keep(cardId: string, part: TypedPart | null): void {
    this.#last = cardId
    if (part) this.#parts.set(cardId, part)
    else this.#parts.delete(cardId)
  }

  /** It was handed over. */
  finish(cardId: string): void {
    this.#parts.delete(cardId)
    if (this.#last === cardId) this.#last = null
  }
}

const UnfinishedContext = createContext(new Unfinished())

export function UnfinishedProvider({ children }: { readonly children: ReactNode }) {
  const [unfinished] = useState(() => new Unfinished())
  return <UnfinishedContext value={unfinished}>{children}</UnfinishedContext>
}

export const useUnfinished = () => useContext(UnfinishedContext)
