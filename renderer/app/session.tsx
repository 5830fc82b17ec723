import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngine } from './engine-hooks.ts'

export type SignedIn = OutputOf<'session.sign-in'>
export type Staff = SignedIn['staff']

interface Session {
  /** Who works here now; null before sign-in. */
  readonly staff: Staff | null
  readonly locked: boolean
  /** What this person must do before any work. */
  readonly must: SignedIn['must']
  /** A PIN of the lock screen is set on this computer. */
  readonly hasPin: boolean
  begin(signedIn: SignedIn): void
  /** It was done; `next`: what else there is. */
  done(next: SignedIn['must']): void
  pinSet(): void
  end(): void
  lock(): void
  unlock(): void
}

const SessionContext = createContext<Session | null>(null)

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const engine = useEngine()
  const queries = useQueryClient()
  const [staff, setStaff] = useState<Staff | null>(null)
  const [locked, setLocked] = useState(false)
  const [must, setMust] = useState<SignedIn['must']>(null)
  const [hasPin, setHasPin] = useState(false)
  const begin = useCallback(
    (signedIn: SignedIn) => {
      engine.setSession(signedIn.session)
      void queries.invalidateQueries()
      setStaff(signedIn.staff)
      setMust(signedIn.must)
      setHasPin(signedIn.hasPin)
      setLocked(false)
    },
    [engine, queries],
  )
  const end = useCallback(() => {
    engine.setSession(null)
    setStaff(null)
    setLocked(false)
    // Answers given to one person must not be shown to the next.
    queries.clear()
  }, [engine, queries])
  const done = useCallback(
    (next: SignedIn['must']) => {
      setMust(next)
      void queries.invalidateQueries()
    },
    [queries],
  )
  const pinSet = useCallback(() => setHasPin(true), [])
  const show = useCallback(() => setLocked(true), [])
  const lock = useCallback(() => {
    show()
    // Where it fails (a full disk) the screen is locked all the same, and the engine follows by itself.
    void engine.call('session.lock', {}).catch(() => undefined)
  }, [engine, show])
  const unlock = useCallback(() => {
    setLocked(false)
    engine.unlocked()
  }, [engine])
  // The screen stays; the lock asks the same person for the password and begins a new session.
  useEffect(() => engine.onSignInRequired(show), [engine, show])
  useEffect(() => engine.onLocked(show), [engine, show])
  const value = useMemo(
    () => ({ staff, locked, must, hasPin, begin, done, pinSet, end, lock, unlock }),
    [staff, locked, must, hasPin, begin, done, pinSet, end, lock, unlock],
  )
  return <SessionContext value={value}>{children}</SessionContext>
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('SessionProvider is missing above this component')
  return session
}

/** The signed-in person; only for screens that are shown after sign-in. */
export function useStaff(): Staff {
  const { staff } = useSession()
  if (!staff) throw new Error('This screen needs a signed-in person')
  return staff
}

/** Does who works here answer codes of clerks? */
export const useIsSupervisor = (): boolean => useSession().staff?.roles.includes('supervisor') ?? false
