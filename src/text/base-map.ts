/** Words of base maps out of files. */
import { fill, type Language } from './say'

export type BaseMapWord = keyof typeof baseMapWords

export const sayBaseMap = (language: Language, key: BaseMapWord, values: Readonly<Record<string, string | number>> = {}): string => fill(baseMapWords[key][language], values)

export const baseMapWords = {
  'tiles.title': { zh: '在线瓦片', en: 'Tiles from a server' },
  'tiles.policy': { zh: '页面默认不许向别的主机取图。用命令行打开时写明每一台主机：serve --tile-host {host}；放在自己的服务器上时，由服务器的响应头放行。密钥只存在本机。', en: 'By default the page may not fetch from other hosts. Name each host when serving: serve --tile-host {host}; on a server of your own its header must allow it. The key stays on this computer.' },
  'file.title': { zh: '本机文件', en: 'A file of this computer' },
  'file.hint': { zh: '离线瓦片包（.pmtiles），或一张图片（png、jpg）连同它的坐标文件（.pgw、.jgw、.wld）。文件只在这个标签页里用，不上传，也不进研究文件。', en: 'A tile archive (.pmtiles), or a picture (png, jpg) with its world file (.pgw, .jgw, .wld). It is used in this tab only, never sent and never in a study.' },
  'file.pick': { zh: '选文件', en: 'Pick files' },
  'file.corners': { zh: '没有坐标文件时，填四角', en: 'Corners, without a world file' },
  'file.cornersHint': { zh: '左上、右上、右下、左下：经度 纬度；…（或只填左上、右下）', en: 'upper left, upper right, lower right, lower left: lng lat; … (or two opposite ones)' },
  'file.crs': { zh: '坐标系', en: 'Coordinate system' },
  'file.crsHint': { zh: '留空按数字判断；如 EPSG:4547', en: 'blank: by the digits; e.g. EPSG:4547' },
  'file.shown': { zh: '现在的底图：{name}', en: 'Shown: {name}' },
  'file.none': { zh: '不用', en: 'None' },
  'fault.unreadable': { zh: '这个文件读不出来：{name}', en: 'The file cannot be read: {name}' },
  'fault.no-place': { zh: '不知道这张图在哪里：请连同坐标文件一起选，或填四角和坐标系', en: 'It is not known where the picture lies: pick its world file too, or type corners and system' },
  'fault.nothing': { zh: '没有认出底图文件：请选 .pmtiles 或 png、jpg', en: 'No base map among these files: pick a .pmtiles, png or jpg' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>
