export const iconSvg: string
export function iconPng(size: number): Buffer
