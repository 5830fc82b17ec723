import { expect, test } from 'vitest'
import { pageFile } from './page-file.ts'

const folder = '/opt/loket/page'

test('a path of the page leads into its folder', () => {
  expect(pageFile(folder, '/index.html')).toBe('/opt/loket/page/index.html')
  expect(pageFile(folder, '/assets/a%20b.js')).toBe('/opt/loket/page/assets/a b.js')
})

test('no spelling of a path leads out of the folder', () => {
  const tricks = [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2f..%2fetc/passwd',
    '/assets/../../x',
    '/%2e%2e%2fpage-of-another/x',
    '/x%00.png',
    '/%ff',
    '/..',
  ]
  expect(tricks.map((path) => pageFile(folder, path))).toEqual(tricks.map(() => null))
  // Decoded once, not twice: what is left is a strange name within the folder.
  expect(pageFile(folder, '/%252e%252e%252fx')).toBe('/opt/loket/page/%2e%2e%2fx')
})
