import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AskedShell } from './asked-shell.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

let lastId = 0
const shell = new AskedShell(() => undefined, { uuid: () => `q-${++lastId}` })
const lastQuestion = () => `q-${lastId}`
const slip = { printerName: 'Epson', widthMm: 80, html: '<p>' }

test('each question waits for the answer with its own id', async () => {
  const first = shell.resolveProxy('https://pusat.example')
  const firstId = lastQuestion()
  const second = shell.resolveProxy('https://pusat.example')
  shell.heard({ type: 'resolve-proxy-result', requestId: lastQuestion(), proxy: 'PROXY b:1' })
  shell.heard({ type: 'resolve-proxy-result', requestId: firstId, proxy: 'PROXY a:1' })
  expect(await Promise.all([first, second])).toEqual(['PROXY a:1', 'PROXY b:1'])
})

test('what the shell failed at ends: the direct way, a print of which nothing was sent, a file not saved, no list', async () => {
  const failing = <T>(question: Promise<T>) => {
    shell.heard({ type: 'question-failed', requestId: lastQuestion() })
    return question
  }
  expect(await failing(shell.resolveProxy('https://pusat.example'))).toBe('DIRECT')
  expect(await failing(shell.systemPrint(slip))).toBe('failed')
  expect(await failing(shell.saveFile('bukti.pdf', new Uint8Array(1)))).toBe('failed')
  await expect(failing(shell.listPrinters())).rejects.toThrow()
})

test('a shell that says nothing does not hold the engine up', async () => {
  const proxy = shell.resolveProxy('https://pusat.example')
  const print = shell.systemPrint(slip)
  vi.advanceTimersByTime(14_999)
  expect(await proxy).toBe('DIRECT')
  expect(await print).toBe('timed-out')
})

test('a person may take all the time in the world to choose where a file goes', async () => {
  const saving = shell.saveFile('bukti.pdf', new Uint8Array(1))
  vi.advanceTimersByTime(3_600_000)
  shell.heard({ type: 'save-file-result', requestId: lastQuestion(), outcome: 'saved', path: '/x/bukti.pdf' })
  expect(await saving).toBe('saved')
})
