/** Beginnings of text that some spreadsheet program takes for a formula. */
export const signsOfFormulas = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t=', '\r=', '\n=', ' =', '\u3000=', '\ufeff=', '\u00a0@', '\u200b+', '\u0001='] as const
