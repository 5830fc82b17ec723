/** What the ear is told: one high, two low, three falling tones. Never the only sign. */
export type Sound = 'accepted' | 'refused' | 'conflict'

interface Tone {
  /** Hertz. */
  readonly pitch: number
  /** Seconds after the first tone. */
  readonly at: number
  readonly length: number
}

const tones: Record<Sound, readonly Tone[]> = {
  accepted: [{ pitch: 1320, at: 0, length: 0.12 }],
  refused: [
    { pitch: 220, at: 0, length: 0.14 },
    { pitch: 220, at: 0.2, length: 0.14 },
  ],
  conflict: [
    { pitch: 660, at: 0, length: 0.11 },
    { pitch: 520, at: 0.15, length: 0.11 },
    { pitch: 390, at: 0.3, length: 0.16 },
  ],
}

function sing(context: AudioContext, { pitch, at, length }: Tone) {
  const start = context.currentTime + at
  const voice = context.createOscillator()
  const loudness = context.createGain()
  voice.frequency.value = pitch
  // Eased in and out: a hard edge clicks in cheap loudspeakers.
  loudness.gain.setValueAtTime(0, start)
  loudness.gain.linearRampToValueAtTime(0.22, start + 0.012)
  loudness.gain.setValueAtTime(0.22, start + length - 0.03)
  loudness.gain.linearRampToValueAtTime(0, start + length)
  voice.connect(loudness).connect(context.destination)
  voice.start(start)
  voice.stop(start + length)
}

/** Plays a sound once. A computer without loudspeakers stays silent, without an error. */
export function playSound(sound: Sound): void {
  try {
    const context = new AudioContext()
    for (const tone of tones[sound]) sing(context, tone)
    setTimeout(() => void context.close(), 1000)
  } catch {
    // No audio device: the screen tells the same.
  }
}
