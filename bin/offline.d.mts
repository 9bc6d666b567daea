import type { Plugin } from 'vite'

export function offline(root: string): Plugin
