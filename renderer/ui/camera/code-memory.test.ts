import { expect, test } from 'vitest'
import { CodeMemory } from './code-memory.ts'

test('a code held before the camera counts once', () => {
  const memory = new CodeMemory()
  expect([0, 33, 66, 2000, 4000].map((at) => memory.isNew('KNG-1', at))).toEqual([true, false, false, false, false])
})

test('it counts again after it was away, after another code, or after its message was closed', () => {
  const memory = new CodeMemory(1000)
  expect(memory.isNew('KNG-1', 0)).toBe(true)
  expect(memory.isNew('KNG-1', 1500)).toBe(true)
  expect(memory.isNew('KNG-2', 1600)).toBe(true)
  expect(memory.isNew('KNG-1', 1700)).toBe(true)
  memory.forget()
  expect(memory.isNew('KNG-1', 1800)).toBe(true)
})
