/** The coordinate system that a GeoJSON document declares in its old "crs" member (GeoJSON 2008, written by QGIS, ogr2ogr and ArcGIS). */
import { isObject } from './json-text'

/**
 * code: 'EPSG:4490'; null when the document says nothing (RFC 7946 then means WGS84, but Chinese files often do not).
 * unknown: what it says, when that cannot be understood.
 */
export function declaredCrs(root: unknown): { readonly code: string | null; readonly unknown: string | null } {
  const member = isObject(root) ? root['crs'] : undefined
  if (member === undefined || member === null) return { code: null, unknown: null }
  const properties = isObject(member) && isObject(member['properties']) ? member['properties'] : {}
  const name = typeof member === 'string' ? member : (properties['name'] ?? properties['code'] ?? properties['href'])
  const text = typeof name === 'string' || typeof name === 'number' ? String(name).trim() : ''
  const code = codeOf(text)
  return code === null ? { code: null, unknown: text === '' ? 'crs' : text.slice(0, 80) } : { code, unknown: null }
}

/** EPSG:4547 · urn:ogc:def:crs:EPSG::4490 · urn:ogc:def:crs:EPSG:9.9:4490 · http://www.opengis.net/def/crs/EPSG/0/4490 · CRS84 · 4490 */
function codeOf(text: string): string | null {
  // CRS84 is WGS84 with longitude first, which is how GeoJSON writes every position.
  if (/CRS:?84$/i.test(text)) return 'EPSG:4326'
  const epsg = /^(?:.*EPSG[:/](?:[\d.]*[:/])?)?(\d{4,6})$/i.exec(text)
  return epsg ? `EPSG:${epsg[1]}` : null
}
