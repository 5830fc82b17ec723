/** generation * 2^32 + seq: one number that sorts and has no gap within a generation (see migration 0002). */
const perGeneration = 4_294_967_296

export const positionOf = (generation: number, seq: number): number => generation * perGeneration + seq
export const seqOf = (position: number): number => position % perGeneration
export const generationOf = (position: number): number => Math.floor(position / perGeneration)
