import type { z } from 'zod'
import {
  farewellAnswer,
  farewellFilePath,
  farewellPath,
  farewellReceipt,
  type farewellRequest,
} from '#shared/contract/sync/farewell.ts'
import { readJson } from './centre-answer.ts'
import type { Exchange } from './exchange.ts'
import { bearing, type Piece, patient, putPiece, readNothing, readReceived } from './pieces.ts'
import { postJson } from './post-json.ts'

/** What the centre still takes of a revoked device, with the token that it gives for it. */
export const farewellClient = (exchange: Exchange) => ({
  begin: (deviceId: string, asked: z.input<typeof farewellRequest>) =>
    exchange(postJson(farewellPath(encodeURIComponent(deviceId)), asked), readJson(farewellAnswer)),
  received: (sha256: string, token: string) =>
    exchange(bearing({ method: 'HEAD', path: farewellFilePath(sha256) }, token), readReceived),
  put: (piece: Piece, token: string) =>
    exchange(bearing(putPiece(farewellFilePath(piece.sha256), piece), token), readNothing),
  /** The centre reads the whole file before it answers. */
  end: (sha256: string, token: string) =>
    exchange(bearing(postJson(farewellFilePath(sha256), {}), token), readJson(farewellReceipt), patient),
})
