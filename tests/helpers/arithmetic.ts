/** What a written sum comes to: digits, + - * / ( ) and min( max( only; an outside judge of the formulas that are shown. */

/** Throws where the text is no such sum. */
export function valueOfSum(text: string): number {
  const tokens = text.match(/\d+(?:\.\d+)?|min|max|[-+*/(),]/g) ?? []
  if (tokens.join('') !== text.replace(/\s/g, '')) throw new Error(`no sum: ${text}`)
  let at = 0
  const take = (token: string): void => {
    if (tokens[at++] !== token) throw new Error(`${token} is lacking: ${text}`)
  }
  const sum = (): number => {
    let value = product()
    while (tokens[at] === '+' || tokens[at] === '-') value = tokens[at++] === '+' ? value + product() : value - product()
    return value
  }
  const product = (): number => {
    let value = single()
    while (tokens[at] === '*' || tokens[at] === '/') value = tokens[at++] === '*' ? value * single() : value / single()
    return value
  }
  const single = (): number => {
    const token = tokens[at++]
    if (token === '-') return -single()
    if (token === '(') {
      const value = sum()
      take(')')
      return value
    }
    if (token === 'min' || token === 'max') {
      take('(')
      const values = [sum()]
      while (tokens[at] === ',') {
        at++
        values.push(sum())
      }
      take(')')
      return token === 'min' ? Math.min(...values) : Math.max(...values)
    }
    if (token === undefined || !/^\d/.test(token)) throw new Error(`no number: ${text}`)
    return Number(token)
  }
  const value = sum()
  if (at !== tokens.length) throw new Error(`something is left over: ${text}`)
  return value
}
