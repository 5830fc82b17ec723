import type { Chance } from '../../server/simulate/chance.ts'
import type { CentreFault } from './centre.ts'

/** What befalls one question of a device. */
export type LineFault = { readonly says: string } & (
  | { readonly kind: 'request-lost' | 'answer-lost' | 'bad-gateway' }
  | { readonly kind: 'answer-cut' | 'request-damaged' | 'answer-damaged'; readonly share: number }
  | { readonly kind: 'twice' | 'again-later' | 'held'; readonly ms: number }
)

export type Fault = {
  /** When it begins, in milliseconds of the world. */
  readonly atMs: number
  /** Which device, by its place. */
  readonly device: number
} & (
  | { readonly of: 'line'; readonly path: string; readonly fault: LineFault }
  | { readonly of: 'spell'; readonly kind: 'down' | 'portal' | 'disk-full'; readonly forMs: number }
  | {
      readonly of: 'crash'
      readonly at: 'statement' | 'commit' | 'torn-commit' | 'now'
      readonly left: number
      /** The part of a torn COMMIT that is on the disk. */
      readonly share: number
    }
  | { readonly of: 'clock'; readonly whose: 'device' | 'centre'; readonly byMs: number }
  | { readonly of: 'restart' }
  | { readonly of: 'centre'; readonly kind: CentreFault['kind']; readonly left: number }
  | { readonly of: 'fold' }
  /** Put back to what it was so long before. */
  | { readonly of: 'put-back'; readonly what: 'device' | 'centre'; readonly afterMs: number }
)

const paths = ['/v1/sync/push', '/v1/sync/push', '/v1/sync/changes', '/v1/sync/audit', '/v1/blobs/', '/v1/'] as const

/** Everything that goes wrong in one world, in order; each tells itself apart from all others, so that any may be left out. */
export function planFaults(chance: Chance, devices: number, lastsMs: number): Fault[] {
  const faults = Array.from({ length: chance.whole(7, 12) }, (): Fault => {
    const when = { atMs: chance.whole(0, lastsMs), device: chance.whole(0, devices - 1) }
    return { ...when, ...anyFault(chance) } as Fault
  })
  return faults.sort((a, b) => a.atMs - b.atMs)
}

function anyFault(chance: Chance) {
  const draw = chance.next()
  if (draw < 0.45) return { of: 'line', path: chance.pick(paths), fault: lineFault(chance) }
  if (draw < 0.57)
    return { of: 'spell', kind: chance.pick(['down', 'down', 'portal']), forMs: chance.whole(20, 80) * 1000 }
  if (draw < 0.62) return { of: 'spell', kind: 'disk-full', forMs: chance.whole(5, 60) * 1000 }
  if (draw < 0.78) return crash(chance)
  if (draw < 0.81) return { of: 'restart' }
  if (draw < 0.86) return clock(chance)
  if (draw < 0.93) return centreFault(chance)
  if (draw < 0.98)
    return { of: 'put-back', what: chance.pick(['device', 'device', 'centre']), afterMs: chance.whole(3_000, 90_000) }
  return { of: 'fold' }
}

function lineFault(chance: Chance): LineFault {
  const share = chance.next()
  const ms = chance.whole(10, 60_000)
  const any = [
    { kind: 'request-lost', says: 'The question is lost' },
    { kind: 'answer-lost', says: 'The answer is lost' },
    { kind: 'answer-lost', says: 'The answer is lost' },
    { kind: 'answer-cut', share, says: `The answer is cut off at ${Math.floor(share * 100)} %` },
    { kind: 'answer-cut', share, says: `The answer is cut off at ${Math.floor(share * 100)} %` },
    { kind: 'twice', ms: ms % 500, says: 'The question arrives twice' },
    { kind: 'again-later', ms, says: 'The question will arrive once more, late' },
    { kind: 'held', ms, says: 'The question is held up on the way longer than anybody waits' },
    { kind: 'request-damaged', share, says: 'A byte of the question is damaged' },
    { kind: 'answer-damaged', share, says: 'A byte of the answer is damaged' },
    { kind: 'bad-gateway', says: 'A gateway answers 502' },
  ] as const satisfies readonly LineFault[]
  return chance.pick<LineFault>(any)
}

const crash = (chance: Chance) => ({
  of: 'crash',
  at: chance.pick(['statement', 'statement', 'statement', 'commit', 'torn-commit', 'now'] as const),
  left: chance.whole(1, 40),
  share: chance.next(),
})

const clock = (chance: Chance) => ({
  of: 'clock',
  whose: chance.happens(0.75) ? 'device' : 'centre',
  byMs: chance.pick([-1, 1]) * chance.pick([300, 5_000, 90_000, 3_600_000, 40 * 86_400_000]),
})

function centreFault(chance: Chance) {
  const kind = chance.pick([
    'killed',
    'connection-lost',
    'killed-after-commit',
    'connection-lost-after-commit',
  ] as const)
  return { of: 'centre', kind, left: chance.whole(1, kind.endsWith('commit') ? 3 : 60) }
}
