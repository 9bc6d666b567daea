/** What may follow each command's name, in one line. */

export const usages = {
  serve: '[<study>] [--port 5180] [--tile-host https://…]... [--open]',
} as const satisfies Record<string, string>

export type CommandName = keyof typeof usages
