/** Longest time in which nothing else had its turn, in milliseconds. */
export async function longestPause(run: () => Promise<void>): Promise<number> {
  let longest = 0
  let last = performance.now()
  let over = false
  const tick = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (!over) setImmediate(tick)
  }
  setImmediate(tick)
  await run()
  over = true
  return longest
}
