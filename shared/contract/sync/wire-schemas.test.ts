import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import * as protocol from './protocol.ts'
import { entities } from './rows.ts'

/** Everything that travels, as one text: whatever changes the meaning of a message changes this. */
function wireText(): string {
  const messages = Object.entries(protocol).filter(([, value]) => value instanceof z.ZodType)
  const all = [...messages, ...Object.entries(entities)].sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(
    all.map(([name, schema]) => [name, z.toJSONSchema(schema as z.ZodType, { unrepresentable: 'any' })]),
  )
}

// A field more that may be absent is compatible (both sides read loosely): only the hash is renewed.
test('the messages of version 2 are as they were: whoever changes one incompatibly raises protocolVersion and renews this hash', () => {
  const hash = createHash('sha256').update(wireText()).digest('hex')
  expect([protocol.protocolVersion, hash]).toEqual([
    2,
    '5cfb2977751af347b9f17ada1e0b63e864c13020c2b8a4317ca228fd9b75c783',
  ])
})
