import { useEffect, useRef } from 'react'

/** A picture or a text that came by file, drop or paste. */
export interface PictureInput {
  readonly onPicture: (file: Blob) => void
  readonly onText: (text: string) => void
  readonly onNothing: () => void
}

function take(data: DataTransfer | null, input: PictureInput) {
  const file = data?.files[0]
  if (file) return input.onPicture(file)
  const text = data?.getData('text/plain').trim() ?? ''
  if (text !== '') return input.onText(text)
  input.onNothing()
}

/** Ctrl+V and drop on the whole window. A text pasted into a field stays the field's. */
export function usePictureInput(input: PictureInput): void {
  const latest = useRef(input)
  latest.current = input
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const hasFile = (event.clipboardData?.files.length ?? 0) > 0
      if (event.target instanceof HTMLInputElement && !hasFile) return
      event.preventDefault()
      take(event.clipboardData, latest.current)
    }
    const onOver = (event: DragEvent) => event.preventDefault()
    const onDrop = (event: DragEvent) => {
      event.preventDefault()
      take(event.dataTransfer, latest.current)
    }
    document.addEventListener('paste', onPaste)
    document.addEventListener('dragover', onOver)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('paste', onPaste)
      document.removeEventListener('dragover', onOver)
      document.removeEventListener('drop', onDrop)
    }
  }, [])
}
