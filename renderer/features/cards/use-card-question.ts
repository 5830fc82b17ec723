import { useDeferredValue, useState } from 'react'
import type { CardFilter } from '../../app/navigation.tsx'
import type { CardQuestion, CardSort } from './card-question.ts'

/** What the clerk asks the list: filter, words and order; `clear` goes back to all of it. */
export function useCardQuestion(firstFilter: CardFilter, firstSearch: string) {
  const [filter, setFilter] = useState<CardFilter>(firstFilter)
  const [typed, setTyped] = useState(firstSearch)
  const [sort, setSort] = useState<{ by: CardSort; descending: boolean }>({ by: 'age', descending: true })
  const search = useDeferredValue(typed.trim())
  const question: CardQuestion = { filter, search, sort: sort.by, descending: sort.descending }
  const sortBy = (by: CardSort) => setSort({ by, descending: sort.by === by ? !sort.descending : by === 'age' })
  const clear = () => {
    setFilter('all')
    setTyped('')
  }
  return { question, typed, setTyped, setFilter, sortBy, clear, narrowed: filter !== 'all' || typed !== '' }
}
