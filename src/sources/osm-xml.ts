/** OSM XML (.osm, as JOSM and the download pages write it) -> what a walk network needs. Our own scanner: Node has no DOM, and a DOM of a city would not fit. */
import { problem, type Problem, type ProblemCode } from '../problem'
import { decodeHead, decodeText } from './encoding'
import { megabytes, sourceLimits } from './limits'
import {
  breathe,
  OsmCollector,
  osmKeys,
  osmStages,
  type OsmKey,
  type OsmRead,
  type OsmReading,
  type OsmStage,
  type OsmTags,
} from './osm-data'
import type { SourceFile } from './raw-table'

export const looksLikeOsmXml = (bytes: Uint8Array): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*<osm[\s>]/.test(decodeHead(bytes) ?? '')

export async function readOsmXml(file: SourceFile, { onProgress, signal }: OsmReading = {}): Promise<OsmRead> {
  const at = { file: file.name }
  const refuse = (code: ProblemCode, detail?: string): OsmRead => ({
    data: null,
    problems: [problem(code, 'error', at, detail)],
  })
  if (file.bytes.length === 0) return refuse('file-empty')
  if (file.bytes.length > sourceLimits.textBytes) return refuse('file-too-large', megabytes(file.bytes))
  const text = decodeText(file.bytes)?.text
  if (text === undefined) return refuse('encoding-unknown')
  const open = /<osm[\s>]/.exec(text)
  if (!open) return refuse('file-unreadable', 'OSM XML')

  const collector = new OsmCollector()
  let wrong = 0
  let end = text.length
  for (const [index, stage] of osmStages.entries()) {
    const scan = new Scan(text, open.index + 4, stage, collector)
    while (scan.step(breathAfterCharacters)) {
      onProgress?.(
        Math.floor((file.bytes.length * (index + scan.at / text.length)) / osmStages.length),
        file.bytes.length,
      )
      await breathe(signal)
    }
    wrong += scan.wrong
    end = scan.at
  }
  onProgress?.(file.bytes.length, file.bytes.length)
  if (signal?.aborted) await breathe(signal)
  const problems: Problem[] = []
  if (!text.startsWith('</osm', end))
    problems.push(problem('osm-cut-off', 'error', at, `${((end / text.length) * 100).toFixed(1)} %`))
  if (wrong > 0) problems.push(problem('osm-text-broken', 'warning', at, String(wrong)))
  const data = collector.data()
  if (data.counts.nodes + data.counts.ways > 0) return { data, problems }
  return { data: null, problems: problems.length > 0 ? problems : [problem('streets-empty', 'error', at)] }
}

const breathAfterCharacters = 4_000_000
/** Longer tags than this are no tags of OSM: a '<' in a broken file would swallow the rest. */
const longestTag = 20_000
// A '<' stands in no tag and no value of sound XML: where one comes, the search ends, so that no text makes it slow.
const wholeTag = /^<[^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*>/
/** More than the nodes of the longest ways and the members of the longest relations take. */
const longestObject = 4_000_000

const stageOf: Readonly<Record<string, OsmStage>> = { node: 'nodes', way: 'ways', relation: 'relations' }

/** One walk over the text that hands one kind of object to the collector. */
class Scan {
  wrong = 0
  constructor(
    private readonly text: string,
    public at: number,
    private readonly stage: OsmStage,
    private readonly into: OsmCollector,
  ) {}

  /** Goes on for about so many characters; false at the end: at then stands on </osm>, or where the text breaks off. */
  step(characters: number): boolean {
    const { text } = this
    const until = this.at + characters
    while (this.at < until) {
      const from = text.indexOf('<', this.at)
      if (from === -1) return this.stop(text.length)
      if (text.startsWith('</osm', from)) return this.stop(from)
      if (text.startsWith('<!--', from)) {
        const end = text.indexOf('-->', from)
        if (end === -1) return this.stop(from)
        this.at = end + 3
        continue
      }
      const name = /^<(node|way|relation)[\s>/]/.exec(text.slice(from, from + 10))?.[1]
      const end = this.tagEnd(from)
      if (end === -1) {
        if (!text.slice(from, from + longestTag).includes('>')) return this.stop(from)
        // Said once, though the text is walked three times.
        if (this.stage === 'nodes') this.wrong++
        this.at = from + 1
        continue
      }
      if (name === undefined) {
        this.at = end + 1
        continue
      }
      const closed = text[end - 1] === '/'
      const close = closed ? end : text.indexOf(`</${name}`, end)
      if (close === -1) return this.stop(from)
      if (stageOf[name] === this.stage && close - end > longestObject) this.wrong++
      else if (stageOf[name] === this.stage)
        this.object(attributesOf(text.slice(from, end)), closed ? '' : text.slice(end + 1, close))
      this.at = closed ? end + 1 : close + name.length + 2
    }
    return true
  }

  private stop(at: number): false {
    this.at = at
    return false
  }

  /** The '>' that ends the tag; one within quotes does not. -1: cut off. */
  private tagEnd(from: number): number {
    const tag = wholeTag.exec(this.text.slice(from, from + longestTag))
    return tag ? from + tag[0].length - 1 : -1
  }

  /** JOSM keeps what is deleted in the file, marked. */
  private object(attributes: Attributes, inner: string): void {
    if (attributes.get('action') === 'delete' || attributes.get('visible') === 'false') return
    const id = numberOf(attributes.get('id'))
    if (!Number.isSafeInteger(id)) {
      this.wrong++
      return
    }
    if (this.stage === 'nodes') return this.node(id, attributes, inner)
    const tags = tagsOf(inner)
    if (this.stage === 'relations') {
      const ways = membersOf(inner, 'member').filter((member) => member.get('type') === 'way')
      return this.into.relation(
        tags,
        ways.map((member) => numberOf(member.get('ref'))),
      )
    }
    const wanted = this.into.wanted(id, tags)
    if (!wanted) return
    const refs = membersOf(inner, 'nd').map((nd) => numberOf(nd.get('ref')))
    const sound = refs.filter(Number.isSafeInteger)
    this.wrong += refs.length - sound.length
    this.into.way(id, wanted, sound, sound.length)
  }

  private node(id: number, attributes: Attributes, inner: string): void {
    const index = this.into.node(id)
    if (index === -1) return
    const lng = numberOf(attributes.get('lon'))
    const lat = numberOf(attributes.get('lat'))
    if (Number.isFinite(lng) && Number.isFinite(lat)) this.into.place(index, lng, lat)
    else this.wrong++
    if (inner !== '') this.into.tag(index, tagsOf(inner))
  }
}

type Attributes = ReadonlyMap<string, string>

/** NaN for what is no number; '' is none. */
const numberOf = (text: string | undefined): number => (text === undefined || text.trim() === '' ? NaN : Number(text))

function attributesOf(tag: string): Attributes {
  return new Map(
    [...tag.matchAll(/([\w:.-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [
      name!,
      unescaped(double ?? single ?? ''),
    ]),
  )
}

const membersOf = (inner: string, name: 'nd' | 'member' | 'tag'): Attributes[] =>
  [...inner.matchAll(memberTags[name])].map(([tag]) => attributesOf(tag))
const memberTags = {
  nd: /<nd\s[^<>]*>/g,
  member: /<member\s[^<>]*>/g,
  tag: /<tag\s[^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*>/g,
} as const

const known: ReadonlySet<string> = new Set(osmKeys)
const isKnown = (key: string): key is OsmKey => known.has(key)

function tagsOf(inner: string): OsmTags {
  const tags: { -readonly [key in OsmKey]?: string } = {}
  for (const tag of membersOf(inner, 'tag')) {
    const key = tag.get('k')
    const value = tag.get('v')
    if (key !== undefined && value !== undefined && isKnown(key)) tags[key] = value
  }
  return tags
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
        (whole, hex: string | undefined, digits: string | undefined, name: string | undefined) => {
          if (name !== undefined) return named[name] ?? whole
          const code = hex !== undefined ? parseInt(hex, 16) : Number(digits)
          return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
        },
      )
    : text
