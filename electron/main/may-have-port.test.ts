import { expect, test } from 'vitest'
import { mayHavePort } from './may-have-port.ts'

const [page, another] = [{ id: 1 }, { id: 2 }]
const own = { url: 'app://loket/index.html' }

test('the page in the window gets its port', () => {
  expect(mayHavePort({ sender: page, senderFrame: own }, page)).toBe(true)
})

test('another window, a frame of another address, a frame that is gone and a window that is gone get none', () => {
  const foreign = [
    'https://evil.example/app://loket/',
    'app://loket.evil.example/',
    'app://loket',
    'data:text/html,app://loket/',
    'file:///index.html',
    '',
  ]
  const asking = [
    { sender: another, senderFrame: own },
    { sender: page, senderFrame: null },
    ...foreign.map((url) => ({ sender: page, senderFrame: { url } })),
  ]
  expect(asking.map((one) => mayHavePort(one, page))).toEqual(asking.map(() => false))
  expect(mayHavePort({ sender: undefined, senderFrame: own }, undefined)).toBe(false)
})
