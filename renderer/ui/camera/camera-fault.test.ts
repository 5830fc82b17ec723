import { expect, test } from 'vitest'
import { cameraFaultOf } from './camera-fault.ts'

const named = (name: string) => Object.assign(new Error(name), { name })

test.each([
  ['NotAllowedError', 'refused'],
  ['NotFoundError', 'absent'],
  ['OverconstrainedError', 'absent'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
] as const)('%s of the browser is a camera that is %s', (name, fault) => expect(cameraFaultOf(named(name))).toBe(fault))
