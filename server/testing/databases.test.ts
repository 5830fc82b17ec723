import { expect, test } from 'vitest'
import { databases, likelyUrls } from './databases.ts'

const dead = 'postgres://nobody@127.0.0.1:1/test'
const namesOf = async (urls: readonly string[], say: (text: string) => void) =>
  (await databases(urls, say)).map(({ name }) => name)

test('where no PostgreSQL answers, the tests run on PGlite alone and say how to start one', async () => {
  const said: string[] = []
  expect(await namesOf([dead], (text) => said.push(text))).toEqual([
    expect.stringMatching(
      /^PGlite alone \(needs PostgreSQL as well: docker run .+ postgres:\d+ \(or set DATABASE_URL\)\)$/,
    ),
  ])
  expect(said).toEqual([expect.stringContaining('To start one: docker run ')])
})

test('an address that does not answer is passed over for the next one', async () => {
  const quietly = () => {}
  expect(await namesOf([dead, ...likelyUrls], quietly)).toEqual(await namesOf(likelyUrls, quietly))
})
