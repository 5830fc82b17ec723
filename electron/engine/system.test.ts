import { expect, test } from 'vitest'
import { toldCause } from './system.ts'

const thrownBy = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (cause) {
    return cause
  }
}

test('an error is logged with its class and place, never with what it read', () => {
  const cause = thrownBy(() => JSON.parse('{"name": Budi Santoso, "nik": "3578011203990001"}'))
  const told = toldCause(new Error('row 3578011203990001 of "Budi Santoso" cannot be shown', { cause }))
  expect(told).toContain('Error: row … of … cannot be shown')
  expect(told).toContain(' <- SyntaxError')
  expect(told).toContain('system.test.ts')
  for (const one of ['Budi', 'Santoso', '3578']) expect(told).not.toContain(one)
})

test('what is thrown and is no error is told by its type alone', () => {
  expect(toldCause('Budi Santoso')).toBe('string')
})
