import { expect, test } from 'vitest'
import { ThreadClosed, threadOf } from './decoder-thread.ts'

class FakeWorker extends EventTarget {
  readonly asked: unknown[] = []
  postMessage(request: unknown) {
    this.asked.push(request)
  }
  terminate() {}
}
const picture = {} as ImageBitmap

test('each picture gets the answer with its own number', async () => {
  const worker = new FakeWorker()
  const thread = threadOf(worker)
  const [first, second] = [thread.decode(picture, 'live'), thread.decode(picture, 'thorough')]
  worker.dispatchEvent(new MessageEvent('message', { data: { id: 2, kind: 'unreadable' } }))
  worker.dispatchEvent(new MessageEvent('message', { data: { id: 1, kind: 'read', text: 'KNG', ms: 3 } }))
  expect(await second).toEqual({ id: 2, kind: 'unreadable' })
  expect(await first).toEqual({ id: 1, kind: 'read', text: 'KNG', ms: 3 })
})

test('a thread that broke down tells those who wait, and whoever asks afterwards', async () => {
  const worker = new FakeWorker()
  const thread = threadOf(worker)
  const waiting = thread.decode(picture, 'live')
  worker.dispatchEvent(new Event('error'))
  await expect(waiting).rejects.toThrow('broke down')
  await expect(thread.decode(picture, 'live')).rejects.toThrow('broke down')
  expect(worker.asked).toHaveLength(1)
})

test('a closed thread says so, so that its end is not taken for a fault', async () => {
  const thread = threadOf(new FakeWorker())
  const waiting = thread.decode(picture, 'live')
  thread.close()
  await expect(waiting).rejects.toBeInstanceOf(ThreadClosed)
})
