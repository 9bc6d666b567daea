/** How much of a file we are ready to open. Opened files are hostile until proven otherwise; the figures leave room for a province. */
export const sourceLimits = {
  /** A JavaScript string ends at about 536 million characters. */
  textBytes: 500_000_000,
  /** One workbook as it lies on the disk; unpacked it is bound by archiveLimits. */
  workbookBytes: 200_000_000,
  /** Brackets within brackets; GeoJSON needs 8. */
  jsonDepth: 64,
  /** Columns up to which the rows of a sheet are filled up to one width; a stray cell in column XFD must not make 16,384 cells of every row. */
  paddedColumns: 1024,
  /** Blank rows between two used rows of a sheet that are still told; a longer gap is a stray cell far below. */
  blankRows: 1000,
} as const

export const megabytes = (bytes: Uint8Array): string => `${(bytes.length / 1e6).toFixed(1)} MB`
