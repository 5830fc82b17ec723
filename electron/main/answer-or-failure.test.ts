import { expect, test, vi } from 'vitest'
import type { ToShell } from '#shared/contract/shell/messages.ts'
import { answerOrFailure } from './answer-or-failure.ts'

// What the shell writes to its own log is not looked at here.
vi.spyOn(console, 'error').mockImplementation(() => undefined)

const broken = () => Promise.reject(new Error('no proxy configuration'))

test('a question the shell fails at is answered as failed, under its own id', async () => {
  const proxy: ToShell = { type: 'resolve-proxy', requestId: 'q-1', url: 'https://pusat.example' }
  expect(await answerOrFailure(proxy, broken)).toEqual({ type: 'question-failed', requestId: 'q-1' })
  const print: ToShell = { type: 'system-print', jobId: 'j-1', printerName: 'Epson', widthMm: 80, html: '<p>' }
  expect(await answerOrFailure(print, broken)).toEqual({ type: 'question-failed', requestId: 'j-1' })
})

test('what asks nothing is not answered, and an answer goes through as it is', async () => {
  expect(await answerOrFailure({ type: 'ready' }, broken)).toBeNull()
  const answer = { type: 'resolve-proxy-result', requestId: 'q-2', proxy: 'DIRECT' } as const
  expect(await answerOrFailure({ type: 'ready' }, async () => answer)).toBe(answer)
})
