import { useEngineQuery } from '../../app/engine-hooks.ts'

export const filters = ['open', 'sent-back', 'ready', 'closed', 'all', 'drafts'] as const
export type Shown = (typeof filters)[number]

/** How many there are of each kind. */
export function useCounts(): Readonly<Record<Shown, number | undefined>> {
  const input = { filter: 'open', search: '', offset: 0, limit: 100 } as const
  const counts = useEngineQuery('application.list', input).data?.counts
  const drafts = useEngineQuery('intake.drafts', {}).data
  const { open, sentBack, ready, closed } = counts ?? {}
  return {
    ...{ open, ready, closed, drafts: drafts?.length },
    'sent-back': sentBack,
    all: counts && counts.open + counts.sentBack + counts.ready + counts.closed,
  }
}
