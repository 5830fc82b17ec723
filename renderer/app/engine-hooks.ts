import {
  keepPreviousData,
  type QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { CallName, InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { type EngineClient, EngineFault, type EngineState } from './engine-client.ts'

export const EngineContext = createContext<EngineClient | null>(null)

/** The engine client of this window. */
export function useEngine(): EngineClient {
  const client = useContext(EngineContext)
  if (!client) throw new Error('EngineContext is missing above this component')
  return client
}

/** Is there an engine to talk to; rerenders when that changes. */
export function useEngineState(): EngineState {
  const engine = useEngine()
  return useSyncExternalStore(engine.onState, engine.state)
}

interface QueryOptions {
  readonly enabled?: boolean
  /** Keep showing the last answer while the input changes (search, scrolling). */
  readonly keepPrevious?: boolean
}

/** Reads through a query of the engine; refetched when the engine says that its topic changed. */
export function useEngineQuery<N extends CallName>(
  name: N,
  input: InputOf<N>,
  options: QueryOptions = {},
): UseQueryResult<OutputOf<N>, EngineFault> {
  const engine = useEngine()
  return useQuery<OutputOf<N>, EngineFault>({
    queryKey: [name, input],
    queryFn: () => engine.call(name, input),
    enabled: options.enabled ?? true,
    placeholderData: options.keepPrevious ? keepPreviousData : undefined,
  })
}

/**
 * Acts through a command of the engine. `run({ input, requestId })` rejects with EngineFault. Pass the `requestId` of the confirmation
 * when a repeat must not double the act; without one each run has its own.
 */
export function useEngineCommand<N extends CallName>(name: N) {
  const engine = useEngine()
  return useMutation<OutputOf<N>, EngineFault, { input: InputOf<N>; requestId?: string }>({
    mutationFn: ({ input, requestId }) => engine.call(name, input, requestId ? { requestId } : {}),
  })
}

const claimQueries = ['claim.assess', 'claim.list', 'claim.get', 'claim.ledger'] as const

/** Whatever shows how a promise stands. */
const clockQueries = ['promise.list', 'promise.get', 'card.list', 'card.get', 'home.summary'] as const

const queriesOfTopic: Readonly<Record<string, readonly CallName[]>> = {
  status: ['app.status', 'session.staff'],
  cards: [
    'card.list',
    'card.may-move',
    'card.propose-places',
    'card.history',
    'card.search',
    'card.get',
    'home.summary',
    'handover.get',
    'handover.to-review',
    'handover.undo-terms',
    'handover.doubts',
    'bulk.check',
    'shift.today',
    'shift.drawer',
    'trip.get',
    'trip.readiness',
    'visit.get',
  ],
  queue: [
    'sync.overview',
    'courier.state',
    'app.status',
    'home.summary',
    'card.list',
    'handover.get',
    'handover.undo-terms',
    'handover.to-review',
  ],
  cases: ['case.list', 'case.get', 'case.signatures'],
  prints: ['print.list', 'app.status', 'home.summary', 'ekitir.slip', 'application.get'],
  scans: ['scan.recent', 'home.summary'],
  staff: ['session.staff', 'override.supervisors'],
  settings: ['settings.get', 'catalogue.search', 'catalogue.get', 'intake.form'],
  city: [
    'city.units',
    'city.cards',
    'city.cases',
    'city.case',
    'city.claims',
    'city.claim',
    'city.complaints',
    'city.shipments',
    'city.incidents',
  ],
  'first-copy': ['app.status'],
  courier: ['courier.state'],
  keeping: ['data.state', 'rescue.state'],
  audit: ['audit.state', 'audit.list'],
  promises: ['promise.list', 'promise.get'],
  'thing:complaint': ['complaint.list', 'complaint.get', 'promise.list', 'promise.get', 'home.summary'],
  'thing:trip': ['home.summary', 'trip.list', 'trip.get', 'trip.readiness'],
  'thing:visit': ['trip.list', 'trip.get', 'visit.get'],
  'question-drafts': ['question.list', 'question.get'],
  'thing:question': ['question.list', 'question.get', 'home.summary', 'app.status'],
  'thing:assistance': ['assistance.list', 'assistance.figures'],
  'thing:office-calendar': clockQueries,
  'thing:shift': ['shift.today', 'shift.drawer', 'shift.closed'],
  documents: ['document.list'],
  'thing:kitir': ['card.get', 'status.of', 'ekitir.slip', 'application.get'],
  'thing:filing': ['application.list', 'application.get', 'application.duplicates', 'intake.known-people'],
  'intake-drafts': ['intake.drafts', 'home.summary'],
  'thing:claim': claimQueries,
  'thing:old-card': ['old-card.list'],
  'bulk-draft': ['bulk.draft'],
  'thing:claim-case': claimQueries,
  'thing:shipment': ['shipment.list', 'shipment.get'],
  'thing:incident': [...claimQueries, ...clockQueries],
  'thing:blank-entry': ['blanks.book'],
  things: ['home.summary'],
}

/** Names of the queries that a changed topic makes stale. */
export function staleQueries(topic: string): readonly CallName[] {
  if (topic.startsWith('card:'))
    return ['card.get', 'card.list', 'card.search', 'card.history', 'handover.get', 'handover.undo-terms']
  if (topic.startsWith('counting:')) return ['shipment.get', 'shipment.list']
  return queriesOfTopic[topic] ?? []
}

// Who works here first: the list is what the person waits for.
const firstQuestions = ['session.staff', 'settings.get', 'app.status'] as const

/** Asks at once what the first screen will ask, so that it stands with the engine's first answers. */
export function askFirstQuestions(queries: QueryClient, engine: EngineClient): void {
  for (const name of firstQuestions)
    void queries.prefetchQuery({ queryKey: [name, {}], queryFn: () => engine.call(name, {}) })
}

/** Refetches what the engine says has changed, and everything when another engine came. */
export function useTopicRefresh(): void {
  const engine = useEngine()
  const queries = useQueryClient()
  useEffect(() => {
    const stopTopics = engine.onTopics((topics) => refresh(queries, topics))
    let first = engine.state().kind === 'connecting'
    const stopState = engine.onState((state) => {
      if (state.kind !== 'open') return
      // What was asked before the first engine was there is on its way already.
      if (!first) void queries.invalidateQueries()
      first = false
    })
    return () => {
      stopTopics()
      stopState()
    }
  }, [engine, queries])
}

function refresh(queries: QueryClient, topics: readonly string[]): void {
  const names = new Set<unknown>(topics.flatMap(staleQueries))
  void queries.invalidateQueries({ predicate: (query) => names.has(query.queryKey[0]) })
}

/** The fault of a failed call, or the general one for anything unforeseen. */
export function faultOf(error: unknown): EngineFault['fault'] {
  return error instanceof EngineFault ? error.fault : { code: 'bug' }
}

/** True once `pending` has lasted longer than a blink: skeletons come only then, so that quick answers do not flicker. */
export function useSlow(pending: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!pending) return setSlow(false)
    const timer = setTimeout(() => setSlow(true), 150)
    return () => clearTimeout(timer)
  }, [pending])
  return slow
}
