import { useEffect, useRef } from 'react'
import { useSession } from './session.tsx'

/** What is being typed and kept on this computer; the same object as long as the same is typed. */
interface Keeping {
  /** Keeps what waits to be kept. */
  flush(): unknown
}

/** Keeps before whatever leaves the field, the screen, the desk or the window. */
export function useKeepOnLeaving(keeping: Keeping): void {
  const { locked } = useSession()
  // Behind the lock the next person may sign in: what is left then is not theirs.
  const behindLock = useRef(locked)
  behindLock.current = locked
  useEffect(() => {
    // Before the shortcut that locks or leaves is heard; and whatever takes the focus away.
    const keys = ({ ctrlKey, altKey, key }: KeyboardEvent) => {
      if (ctrlKey || altKey || key === 'Escape' || /^F\d/.test(key)) void keeping.flush()
    }
    const leave = () => void (behindLock.current || keeping.flush())
    window.addEventListener('keydown', keys, true)
    window.addEventListener('blur', leave)
    document.addEventListener('focusout', leave)
    return () => {
      window.removeEventListener('keydown', keys, true)
      window.removeEventListener('blur', leave)
      document.removeEventListener('focusout', leave)
      leave()
    }
  }, [keeping])
  // What could not be kept behind the lock is kept when it opens.
  useEffect(() => {
    if (!locked) void keeping.flush()
  }, [keeping, locked])
}
