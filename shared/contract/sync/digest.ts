import { askerHeader } from './queries.ts'

/**
 * Header of questions and answers alike: SHA-256 as lower-case hex of the head's text (below) followed by the bytes of the body as they are before an answer
 * is zipped. TCP lets a changed byte through now and then, and not every line is HTTPS from end to end: what does not match was damaged on the way, is
 * used by nobody and is sent again. It proves nothing about who sent it. Streams of events bear none; whoever leaves it out is not checked.
 */
export const digestHeader = 'x-loket-digest'

type HeaderOf = (name: string) => string | null

/** What of a question's head would change what is done: `url` is the path with its query, however its signs are escaped. */
export const questionHead = (method: string, url: string, header: HeaderOf): string =>
  [method, unescaped(url), header('content-range') ?? '', header(askerHeader) ?? '', ''].join('\n')

/** What of an answer's head would change what is done. */
export const answerHead = (status: number, header: HeaderOf): string =>
  [String(status), header('x-loket-received') ?? '', ''].join('\n')

/** Something on the way may write `%2F` for `/`, or the other way round. */
function unescaped(url: string): string {
  try {
    return decodeURIComponent(url.replaceAll('+', ' '))
  } catch {
    // No valid escapes: it was damaged, or will not be understood anyway.
    return url
  }
}
