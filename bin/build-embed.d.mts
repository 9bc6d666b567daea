import type { Plugin } from 'vite'

/** Writes the public page into <folder>/embed. */
export function buildEmbed(root: string, folder: string): Promise<void>
export function publicPage(root: string): Plugin
