/** What a printer says of itself when asked with DLE EOT, and the answer to GS r by which it tells that all before is printed. */

export interface PrinterStatus {
  readonly offline: boolean
  readonly coverOpen: boolean
  readonly paperOut: boolean
  readonly error: boolean
}

/** DLE EOT 1, 2 and 4: printer, cause, paper. Answered at once, even by a printer that waits for paper. */
export const statusQuestions = Buffer.from([0x10, 0x04, 0x01, 0x10, 0x04, 0x02, 0x10, 0x04, 0x04])
export const paperQuestion = Buffer.from([0x10, 0x04, 0x04])
/** GS r 1: answered in turn, when everything sent before it was printed. */
export const doneQuestion = Buffer.from([0x1d, 0x72, 0x01])

export interface Answers {
  /** Bytes that answer DLE EOT, in order. */
  readonly realTime: readonly number[]
  /** A byte that answers GS r. */
  readonly done: boolean
}

/** Sorts what a printer sent: fixed bits tell the kinds apart; four-byte automatic status (ASB) is passed over. */
export function sortAnswers(bytes: Uint8Array): Answers {
  const realTime: number[] = []
  let done = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if ((byte & 0x93) === 0x12) realTime.push(byte)
    else if ((byte & 0x93) === 0x10) at += 3
    else if ((byte & 0x90) === 0) done = true
  }
  return { realTime, done }
}

/** From the three answers to `statusQuestions`; null when they are not all there. */
export function statusOf([printer, cause, paper]: readonly number[]): PrinterStatus | null {
  if (printer === undefined || cause === undefined || paper === undefined) return null
  return {
    offline: (printer & 0x08) !== 0,
    coverOpen: (cause & 0x04) !== 0,
    error: (cause & 0x40) !== 0,
    paperOut: (cause & 0x20) !== 0 || isPaperOut(paper),
  }
}

/** From an answer to `paperQuestion`. */
export const isPaperOut = (paper: number): boolean => (paper & 0x60) !== 0
