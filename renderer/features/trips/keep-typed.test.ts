import { expect, test } from 'vitest'
import { keepTyped } from './keep-typed.ts'

function aKeeping() {
  const saved: (string | null)[] = []
  let broken = false
  const keeping = keepTyped<string>(async (draft) => {
    saved.push(draft)
    if (broken) throw new Error('disk')
  })
  return { keeping, saved, fail: () => (broken = true), mend: () => (broken = false) }
}

test('only the latest of what was typed is kept, once, and nothing that did not change', () => {
  const { keeping, saved } = aKeeping()
  keeping.flush()
  keeping.change('1')
  keeping.change('12')
  keeping.flush()
  keeping.flush()
  expect(saved).toEqual(['12'])
})

test('what could not be kept is kept with the next try, unless something newer was typed meanwhile', async () => {
  const { keeping, saved, fail, mend } = aKeeping()
  fail()
  keeping.change('12')
  keeping.flush()
  await Promise.resolve()
  mend()
  await Promise.resolve()
  keeping.flush()
  expect(saved).toEqual(['12', '12'])
  fail()
  keeping.change('3')
  keeping.flush()
  keeping.change('34')
  mend()
  await Promise.resolve()
  await Promise.resolve()
  keeping.flush()
  expect(saved).toEqual(['12', '12', '3', '34'])
})

test('what was recorded is let go, and does not come back when the screen is left', () => {
  const { keeping, saved } = aKeeping()
  keeping.change('12')
  keeping.forget()
  keeping.flush()
  expect(saved).toEqual([null])
})
