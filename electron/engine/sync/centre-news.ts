import type { Standing } from '#shared/contract/sync/protocol.ts'
import type { ReadDb } from '../database/handles.ts'
import { recall } from './sync-state.ts'

/** Where the centre said it stands with this device, and what it had acknowledged before it was asked (positions; 0: nothing). */
export interface News {
  readonly standing: Standing
  readonly answered: number
  readonly auditSent: number
  /** SHA-256 of the last file that it had taken; null: none. */
  readonly lastBlob: string | null
}

/** The last thing the centre said of itself, until a round looks at it. */
export interface CentreNews {
  /** Before a question whose answer may carry it: what is acknowledged meanwhile is not held against the centre. */
  asking(): Promise<(standing: Standing | undefined) => void>
  /** Hands it out once. */
  take(): News | null
}

export function centreNews(db: ReadDb): CentreNews {
  let news: News | null = null
  return {
    async asking() {
      const answered = (await recall(db, 'answered-up-to')) ?? 0
      const auditSent = (await recall(db, 'audit-sent-up-to')) ?? 0
      const lastBlob = await recall(db, 'last-blob')
      return (standing) => {
        if (standing) news = { standing, answered, auditSent, lastBlob }
      }
    },
    take() {
      const taken = news
      news = null
      return taken
    },
  }
}
