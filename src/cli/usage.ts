/** What may follow each command's name, in one line. */

export const usages = {
  inspect: '<file> [--rows] [--json f]',
  evaluate: '<study> [--policy <pack id or file>]... [--option key=value]... [--scenario name] [--json f] [--xlsx f] [--docx f] [--csv f or folder] [--gpkg f] [--geojson f] [--svg folder] [--png folder] [--without-extra]',
  reach: '<study> [--metres 500,1000] [--model walk --speed 0.8 --minutes 10,15 --crossing-delay 30 --steps-penalty 2 --explain <id>] [--kinds COMM,STREET] [--stages operating,building] [--scenario name] [--json f] [--geojson f]',
  template: '<policy> --out f.xlsx',
  compare: '<study> --from <scenario or base> --to <scenario> [--policy <pack id or file>]... [--option key=value]... [--json f]',
  publish: '<study> --out <folder> --title … --source … [--map-approval 审图号 | --internal] [--suppress-below 10] [--previous <file>]... [--public-phones] [--model circle|walk] [--policy <pack id or file>]... [--option key=value]... [--scenario name]',
  verify: '<file> [--study <study>] [--policy <pack file>]... [--json f]',
  serve: '[<study>] [--port 5180] [--tile-host https://…]... [--open]',
} as const satisfies Record<string, string>

export type CommandName = keyof typeof usages
