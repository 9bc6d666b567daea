/** Builds the public page into <folder>/embed. */
export function buildEmbed(root: string, folder: string): Promise<void>
