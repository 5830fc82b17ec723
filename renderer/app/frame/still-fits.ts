import type { CardLine } from '#shared/contract/engine/values.ts'

/**
 * Does a card found by fewer letters still fit these? It may stand until the answer to the last letter is there, and no other: Enter pressed
 * at once must not open somebody else.
 */
export function stillFits({ ownerName, kitirNumber }: Pick<CardLine, 'ownerName' | 'kitirNumber'>, text: string) {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean)
  const known = [...ownerName.toLowerCase().split(/\s+/), kitirNumber.toLowerCase()]
  return wanted.every((word) => known.some((one) => one.startsWith(word)))
}
