import { useState } from 'react'

/** `torch` is missing in the DOM's own types. */
interface TorchConstraint extends MediaTrackConstraintSet {
  readonly torch: boolean
}

/** The lamp of the camera that is open. */
export function useTorch(stream: MediaStream | null) {
  const [lit, setLit] = useState(false)
  const toggle = () => {
    const constraint: TorchConstraint = { torch: !lit }
    void stream
      ?.getVideoTracks()[0]
      ?.applyConstraints({ advanced: [constraint] })
      .then(() => setLit(!lit))
      // It stays as it is, and so does the button.
      .catch(() => undefined)
  }
  return { lit, toggle }
}
