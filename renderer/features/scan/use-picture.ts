import { useCallback } from 'react'
import { type DecoderThread, ThreadClosed } from '../../ui/camera/decoder-thread.ts'
import { bitmapOf } from '../../ui/camera/picture-bitmap.ts'
import { usePictureInput } from './picture-input.ts'
import type { useScan } from './use-scan.ts'

type Scan = Pick<ReturnType<typeof useScan>, 'look' | 'refuse'>

/** Reads pictures by file, drop and paste; returns the way in for a chosen file. `onBroken`: the thread gave up. */
export function usePicture(thread: DecoderThread | null, { look, refuse }: Scan, onBroken: () => void) {
  const read = useCallback(
    async (picture: Blob) => {
      try {
        const found = await codeIn(picture, thread)
        return found.kind === 'code' ? await look(found.code, 'picture') : refuse(found.kind)
      } catch (cause) {
        if (cause instanceof ThreadClosed) return
        onBroken()
        refuse('unreadable-picture')
      }
    },
    [thread, look, refuse, onBroken],
  )
  const onPicture = (picture: Blob) => void read(picture)
  usePictureInput({
    onPicture,
    onText: (text) => void look(text, 'paste'),
    onNothing: () => refuse('nothing-to-paste'),
  })
  return onPicture
}

type Found = { readonly kind: 'code'; readonly code: string } | { readonly kind: 'no-code' | 'unreadable-picture' }

/** Rejects where the thread breaks down. */
async function codeIn(picture: Blob, thread: DecoderThread | null): Promise<Found> {
  const bitmap = await bitmapOf(picture)
  const answer = bitmap && (await thread?.decode(bitmap, 'thorough'))
  if (answer?.kind !== 'read') return { kind: 'unreadable-picture' }
  return answer.text === null ? { kind: 'no-code' } : { kind: 'code', code: answer.text }
}
