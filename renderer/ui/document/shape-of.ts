import { type Point, type Quad, type Size, sizeOf } from './quad.ts'

type Vector = readonly [number, number, number]

const cross = ([a, b, c]: Vector, [d, e, f]: Vector): Vector => [b * f - c * e, c * d - a * f, a * e - b * d]
const dot = ([a, b, c]: Vector, [d, e, f]: Vector): number => a * d + b * e + c * f

/** How far the picture lies from the eye of a webcam or a document camera, in widths of it: they see some 60 degrees. */
const eye = 0.9

/**
 * Width by height of a rectangle that is seen in these corners: a page that lies away from the camera looks shorter than it is (after Zhang and He, Whiteboard
 * scanning, 2003; with the eye's distance assumed, since one picture of a hardly tilted page cannot tell it).
 */
export function shapeOf([a, b, c, d]: Quad, picture: Size): number {
  const far = eye * Math.max(picture.width, picture.height)
  const seen = ({ x, y }: Point): Vector => [(x - picture.width / 2) / far, (y - picture.height / 2) / far, 1]
  const [m1, m2, m3, m4] = [seen(a), seen(b), seen(d), seen(c)]
  const k2 = dot(cross(m1, m4), m3) / dot(cross(m2, m4), m3)
  const k3 = dot(cross(m1, m4), m2) / dot(cross(m3, m4), m2)
  const ratio = side(m2, m1, k2) / side(m3, m1, k3)
  const { width, height } = sizeOf([a, b, c, d])
  return Number.isFinite(ratio) && ratio > 0 ? ratio : width / height
}

const side = (to: Vector, from: Vector, k: number): number =>
  Math.hypot(k * to[0] - from[0], k * to[1] - from[1], k * to[2] - from[2])
