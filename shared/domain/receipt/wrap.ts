/**
 * Breaks a text into rows of at most `columns` characters, at spaces where there are any; a longer word goes on in the next row.
 * Nothing is ever cut away, save control and direction characters, which a printer would obey and a reader could not see.
 */
export function wrap(text: string, columns: number): readonly string[] {
  const rows: string[] = []
  let row = ''
  for (const word of plain(text)
    .split(' ')
    .flatMap((word) => pieces(word, columns))) {
    if (row !== '' && lengthOf(row) + 1 + lengthOf(word) > columns) {
      rows.push(row)
      row = word
    } else row = row === '' ? word : `${row} ${word}`
  }
  return [...rows, row]
}

/** One line of visible text: NFC, single spaces, nothing that steers a printer or turns the direction of reading. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

const lengthOf = (text: string): number => [...text].length

function pieces(word: string, columns: number): readonly string[] {
  const letters = [...word]
  if (letters.length <= columns) return [word]
  const count = Math.ceil(letters.length / columns)
  return Array.from({ length: count }, (_, at) => letters.slice(at * columns, (at + 1) * columns).join(''))
}
