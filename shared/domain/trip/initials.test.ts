import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test('a name becomes the first letter of each word, whatever else stands in it', () => {
  const names = ['Siti Aminah', 'i gusti  ngurah', '(Alm.) Émile', "D'Angelo 3", '12']
  expect(names.map(initialsOf)).toEqual(['S. A.', 'I. G. N.', 'A. É.', 'D.', ''])
})
