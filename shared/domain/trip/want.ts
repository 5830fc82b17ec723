/** perekaman, ambil kartu, permohonan, IKD, tanya, lainnya. */
export const wants = ['recording', 'card', 'application', 'ikd', 'question', 'other'] as const
export type Want = (typeof wants)[number]
