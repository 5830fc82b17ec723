import { useCallback, useEffect, useRef, useState } from 'react'
import type { BulkDraft } from '#shared/contract/engine/bulk.ts'
import { useEngine } from '../../app/engine-hooks.ts'

export const emptyList: BulkDraft = {
  group: { kind: 'school', name: '', place: '' },
  receivedBy: 'owners',
  inCharge: { name: '', nik: '', position: '', seen: false },
  letter: { number: '', date: '' },
  checked: [],
  doubtReason: '',
  cards: [],
}

const lineOf = (cardId: string) => ({ cardId, received: true, withdrawn: false, label: null })

/** The cards of both, each once. */
export const withCards = (list: BulkDraft, cardIds: readonly string[]): BulkDraft => {
  const known = new Set(list.cards.map(({ cardId }) => cardId))
  const added = [...new Set(cardIds)].filter((id) => !known.has(id)).map(lineOf)
  return { ...list, cards: [...list.cards, ...added] }
}

/** The list as it is put together; every change goes to the disk of this computer, so that a power cut costs nothing. */
export function useBulkList(kept: BulkDraft | null, cardIds: readonly string[]) {
  const engine = useEngine()
  const [list, setList] = useState(() => withCards(kept ?? emptyList, cardIds))
  const saved = useRef(kept)
  const recorded = useRef(false)
  useEffect(() => {
    if (list === saved.current || recorded.current) return
    saved.current = list
    // Where it cannot be kept (a full disk) the list is still on the screen; recording it will say so.
    void engine.call('bulk.save-draft', { draft: list }).catch(() => undefined)
  }, [list, engine])
  const change = useCallback((part: Partial<BulkDraft>) => setList((before) => ({ ...before, ...part })), [])
  const add = useCallback((ids: readonly string[]) => setList((before) => withCards(before, ids)), [])
  const changeLine = useCallback(
    (cardId: string, part: Partial<BulkDraft['cards'][number]>) =>
      setList((before) => ({
        ...before,
        cards: before.cards.map((line) => (line.cardId === cardId ? { ...line, ...part } : line)),
      })),
    [],
  )
  const remove = useCallback(
    (cardId: string) =>
      setList((before) => ({ ...before, cards: before.cards.filter((line) => line.cardId !== cardId) })),
    [],
  )
  const forget = useCallback(() => {
    recorded.current = true
  }, [])
  return { list, change, add, changeLine, remove, forget }
}

export type BulkList = ReturnType<typeof useBulkList>
