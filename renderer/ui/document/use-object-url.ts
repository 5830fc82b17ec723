import { useEffect, useState } from 'react'

/** An address for a picture in memory, given back when it is not shown any more. */
export function useObjectUrl(blob: Blob): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const fresh = URL.createObjectURL(blob)
    setUrl(fresh)
    return () => URL.revokeObjectURL(fresh)
  }, [blob])
  return url
}
