/** Seeded chance: each part of the town draws from its own stream, so a change in one leaves the others as they were. */
export function stream(name) {
  let state = hash(name)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (low, high) => low + (high - low) * next()
  const int = (low, high) => Math.floor(between(low, high + 1))
  const pick = (list) => list[Math.floor(next() * list.length)]
  const chance = (share) => next() < share
  const shuffle = (list) => {
    const out = [...list]
    for (let i = out.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[out[i], out[j]] = [out[j], out[i]]
    }
    return out
  }
  return { next, between, int, pick, chance, shuffle }
}

function hash(text) {
  let h = 2166136261
  for (const sign of `云岭 ${text}`) h = Math.imul(h ^ sign.codePointAt(0), 16777619)
  return h >>> 0
}
