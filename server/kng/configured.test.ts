import { expect, test } from 'vitest'
import { configFromEnvironment } from '../config.ts'

const address = { KNG_URL: 'https://kng.example/counters/', KNG_TOKEN: 'secret' }

test('KNG is where the environment says, with its token and its pace', () => {
  expect(configFromEnvironment({ ...address, KNG_EVERY_SECONDS: '30' }).kng).toEqual({
    ...{ url: 'https://kng.example/counters', token: 'secret', everyMs: 30_000 },
  })
  expect(configFromEnvironment({ ...address, KNG_URL: 'http://127.0.0.1:4760' }).kng?.url).toBe('http://127.0.0.1:4760')
})

test('without an address there is no KNG', () => {
  expect(configFromEnvironment({}).kng).toBeUndefined()
})

test.each([
  [{ ...address, KNG_URL: 'http://kng.example' }, 'KNG_URL'],
  [{ ...address, KNG_URL: 'kng.example' }, 'KNG_URL'],
  [{ ...address, KNG_TOKEN: '' }, 'KNG_URL and KNG_TOKEN'],
  [{ KNG_TOKEN: 'secret' }, 'KNG_URL and KNG_TOKEN'],
])(
  'an address without TLS, one that is none, or half of the settings end the start with a sentence: %j',
  (env, what) => {
    expect(() => configFromEnvironment(env)).toThrow(what)
  },
)
