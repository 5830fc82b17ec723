import { expect, test } from 'vitest'
import { base64Of, blobOf, kindOf } from './file-input.ts'

test.each([
  ['pdf', '%PDF-1.7'],
  ['pdf', '\n\n%PDF-1.4'],
  ['picture', '\x89PNG\r\n'],
  ['picture', '\xff\xd8\xff\xe0'],
  ['other', 'MZ\x90'],
  ['other', 'PK\x03\x04'],
  ['other', ''],
] as const)('%s is told by its first bytes %j, whatever its name says', async (kind, head) => {
  expect(await kindOf(new File([Buffer.from(head, 'latin1')], 'foto.jpg', { type: 'image/jpeg' }))).toBe(kind)
})

test('bytes come through base64 as they were, also many', async () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7) % 256)
  expect(new Uint8Array(await blobOf(await base64Of(new Blob([bytes]))).arrayBuffer())).toEqual(bytes)
})
