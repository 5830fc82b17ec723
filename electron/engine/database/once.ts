/** What does not change while one set is in use is read and parsed once. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let first: Promise<T> | null = null
  return () => {
    first ??= read()
    return first
  }
}

export function oncePerKey<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (key) => {
    const value = known.get(key) ?? read(key)
    known.set(key, value)
    return value
  }
}
