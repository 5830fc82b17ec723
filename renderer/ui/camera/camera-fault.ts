/** Why there is no picture; each has its own words and next step. */
export type CameraFault = 'refused' | 'absent' | 'busy' | 'unplugged' | 'decoder'

export const cameraFaultCodes: Record<CameraFault, string> = {
  absent: 'LKT-501',
  refused: 'LKT-502',
  busy: 'LKT-503',
  unplugged: 'LKT-504',
  decoder: 'LKT-505',
}

/** What the browser's refusal to open a camera means for the clerk. */
export function cameraFaultOf(error: unknown): CameraFault {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'absent'
  return 'busy'
}
