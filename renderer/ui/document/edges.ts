/** Brightness of a small picture, 0 to 255, row by row. */
export interface GreyPicture {
  readonly data: Uint8ClampedArray | Uint8Array
  readonly width: number
  readonly height: number
}

/** A place where it turns from dark to light: where, how strongly, and in which direction (towards the light), as a unit vector. */
export interface Edge {
  readonly x: number
  readonly y: number
  readonly strength: number
  readonly dx: number
  readonly dy: number
}

export interface Edges {
  readonly width: number
  readonly height: number
  readonly list: readonly Edge[]
  /** Strength at each pixel, 0 where there is no edge. */
  readonly strength: Float32Array
  readonly dx: Float32Array
  readonly dy: Float32Array
}

/** Less than this is grain of the camera, whatever the picture is like. */
const leastStrength = 5
/** So many of the pixels at most are edges: letters of the page would drown its border otherwise. */
const mostShare = 0.09

/** Edges one pixel thin. The blur takes the grain and most of the small print away and leaves the border of a page. */
export function findEdges(picture: GreyPicture): Edges {
  const { width, height } = picture
  const soft = blurred(blurred(Float32Array.from(picture.data), width, height), width, height)
  const dx = new Float32Array(width * height)
  const dy = new Float32Array(width * height)
  const raw = new Float32Array(width * height)
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) slope(soft, y * width + x, width, { dx, dy, raw })
  const strength = thinned(raw, dx, dy, width, height)
  const list = strongest(strength, dx, dy, width)
  return { width, height, list, strength, dx, dy }
}

/** Mean of 3 x 3. */
function blurred(from: Float32Array, width: number, height: number): Float32Array {
  const across = new Float32Array(from.length)
  const to = new Float32Array(from.length)
  for (let at = 1; at < from.length - 1; at += 1)
    across[at] = ((from[at - 1] as number) + (from[at] as number) + (from[at + 1] as number)) / 3
  for (let at = width; at < from.length - width; at += 1)
    to[at] = ((across[at - width] as number) + (across[at] as number) + (across[at + width] as number)) / 3
  // The rim has no neighbours on one side: it stays as it was.
  for (let x = 0; x < width; x += 1) {
    to[x] = from[x] as number
    to[(height - 1) * width + x] = from[(height - 1) * width + x] as number
  }
  for (let y = 0; y < height; y += 1) {
    to[y * width] = from[y * width] as number
    to[y * width + width - 1] = from[y * width + width - 1] as number
  }
  return to
}

interface Slopes {
  readonly dx: Float32Array
  readonly dy: Float32Array
  readonly raw: Float32Array
}

function slope(soft: Float32Array, at: number, width: number, { dx, dy, raw }: Slopes): void {
  const px = (offset: number) => soft[at + offset] as number
  const right = px(1 - width) + 2 * px(1) + px(1 + width) - px(-1 - width) - 2 * px(-1) - px(-1 + width)
  const down = px(width - 1) + 2 * px(width) + px(width + 1) - px(-width - 1) - 2 * px(-width) - px(-width + 1)
  const size = Math.hypot(right, down)
  if (size === 0) return
  raw[at] = size / 4
  dx[at] = right / size
  dy[at] = down / size
}

/** Only what is strongest across its own edge stays. */
function thinned(raw: Float32Array, dx: Float32Array, dy: Float32Array, width: number, height: number): Float32Array {
  const thin = new Float32Array(raw.length)
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      const own = raw[at] as number
      if (own < leastStrength) continue
      const step = Math.round(dx[at] as number) + Math.round(dy[at] as number) * width
      if (own >= (raw[at + step] as number) && own > (raw[at - step] as number)) thin[at] = own
    }
  return thin
}

function strongest(strength: Float32Array, dx: Float32Array, dy: Float32Array, width: number): Edge[] {
  const all: Edge[] = []
  for (let at = 0; at < strength.length; at += 1) {
    const own = strength[at] as number
    if (own === 0) continue
    all.push({ x: at % width, y: Math.floor(at / width), strength: own, dx: dx[at] as number, dy: dy[at] as number })
  }
  return all.sort((a, b) => b.strength - a.strength).slice(0, Math.round(strength.length * mostShare))
}
