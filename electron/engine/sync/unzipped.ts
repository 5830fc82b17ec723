import { pipeline, type Readable } from 'node:stream'
import { constants, createUnzip } from 'node:zlib'

/** Each piece passes a row of streams, so a page of rows comes in fewer ones than the usual 16 KiB. */
const pieceBytes = 65_536
/** What was cut is given out as far as it came; whoever reads it finds the end missing. */
const asFarAsItCame = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH }

/** The body of an answer by its `content-encoding`: gzip is all that is asked for. */
export const unzipped = (body: Readable, encoding: string | null): Readable =>
  encoding !== null && /^(x-)?gzip$/i.test(encoding)
    ? pipeline(body, createUnzip({ ...asFarAsItCame, chunkSize: pieceBytes }), () => undefined)
    : body
