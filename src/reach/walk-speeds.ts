/** The speeds at which an elder's walk is measured, slowest first, and where each comes from (words are in text/walk.ts). */

export const walkSpeeds = [
  { speed: 0.64, id: 'slowest' },
  { speed: 0.8, id: 'elder' },
  { speed: 1, id: 'planning' },
  { speed: 1.2, id: 'brisk' },
] as const

/** Metres per second where nobody says otherwise: the usual pace of women of 65 and over (DOMAIN D). */
export const elderSpeed = 0.8
