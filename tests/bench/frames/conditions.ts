import type { Random } from './random.ts'

export const conditionNames = [
  'plain',
  'rotated',
  'tilted',
  'blurred',
  'motion',
  'noisy',
  'low-contrast',
  'glare',
  'shadow',
  'small',
  'inverted',
  'crumpled',
] as const
export type ConditionName = (typeof conditionNames)[number]

/** What a camera at a counter does to a code. Lengths in pixels of the 1280x720 frame, angles in radians, brightness 0-255. */
export interface Condition {
  /** Side of the code without its quiet zone. */
  readonly side: number
  readonly rotation: number
  /** How far the paper leans back from the camera, and which way. */
  readonly tilt: number
  readonly tiltTowards: number
  /** Deviation of the lens blur. */
  readonly blur: number
  readonly motion: number
  readonly motionTowards: number
  /** Deviation of the sensor noise. */
  readonly noise: number
  readonly dark: number
  readonly light: number
  /** Peak of added light, and its radius over the code's side. */
  readonly glare: number
  readonly glareRadius: number
  /** Share of light left in the shadow; its edge crosses the code. */
  readonly shadow: number
  readonly inverted: boolean
  /** How far the waves of the paper shift the print, over the code's side (a 2 mm bump on a 4 cm code seen from 20 degrees off: 0.018). */
  readonly crumple: number
}

const ordinary = (random: Random): Condition => ({
  side: random.between(110, 300),
  rotation: random.between(-0.12, 0.12),
  tilt: random.between(0, 0.2),
  tiltTowards: random.between(0, Math.PI * 2),
  blur: random.between(0.4, 0.8),
  motion: 0,
  motionTowards: 0,
  noise: random.between(1, 4),
  dark: random.between(15, 50),
  light: random.between(190, 245),
  glare: 0,
  glareRadius: 0,
  shadow: 1,
  inverted: false,
  crumple: 0,
})

type Change = (random: Random) => Partial<Condition>

const changes: Record<ConditionName, Change> = {
  plain: () => ({}),
  rotated: (random) => ({ rotation: random.between(-Math.PI, Math.PI) }),
  tilted: (random) => ({ tilt: random.between(0.5, 0.95), rotation: random.between(-0.5, 0.5) }),
  blurred: (random) => ({ blur: random.between(1.2, 2.6) }),
  motion: (random) => ({ motion: random.between(3, 9), motionTowards: random.between(0, Math.PI) }),
  noisy: (random) => ({ noise: random.between(15, 40) }),
  'low-contrast': (random) => lowContrast(random),
  glare: (random) => ({ glare: random.between(120, 300), glareRadius: random.between(0.15, 0.45) }),
  shadow: (random) => ({ shadow: random.between(0.2, 0.45) }),
  small: (random) => ({ side: random.between(70, 110), blur: random.between(0.4, 0.6) }),
  inverted: () => ({ inverted: true }),
  crumpled: (random) => ({ crumple: random.between(0.005, 0.02) }),
}

function lowContrast(random: Random) {
  const dark = random.between(60, 150)
  return { dark, light: dark + random.between(18, 45) }
}

/** Draws the circumstances of one frame. */
export const drawCondition = (name: ConditionName, random: Random): Condition => ({
  ...ordinary(random),
  ...changes[name](random),
})
