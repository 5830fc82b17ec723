import { expect, test } from 'vitest'
import type { CameraState } from './camera.ts'
import { shownState } from './use-reading-camera.ts'

const live = { kind: 'live', stream: {}, facts: {} } as CameraState
const unplugged: CameraState = { kind: 'fault', fault: 'unplugged' }

test('a camera unplugged while a frame is being read is unplugged, whatever became of the frame', () =>
  expect(shownState(unplugged, true)).toEqual(unplugged))

test('a reader that stops while the camera goes on is named', () => {
  expect(shownState(live, true)).toEqual({ kind: 'fault', fault: 'decoder' })
  expect(shownState(live, false)).toBe(live)
})
