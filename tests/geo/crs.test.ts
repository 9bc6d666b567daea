import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { crsRefusal, fromLngLat, guessCrs, normaliseCrs, toLngLat } from '../../src/geo/crs'
import { metresBetween } from '../../src/geo/ruler'
import { krueger } from '../helpers/krueger'

type Point = [number, number]
const to = (crs: string, x: number, y: number): Point => toLngLat(crs)?.(x, y) ?? [NaN, NaN]
const from = (crs: string, lng: number, lat: number): Point => fromLngLat(crs)?.(lng, lat) ?? [NaN, NaN]

/** EPSG code, longitude, latitude, east, north: printed by PROJ 9.1.1 (cs2cs EPSG:4490 to the code), to 0.1 mm. */
const published: readonly (readonly [number, number, number, number, number])[] = [
  [4491, 75.73741, 44.333438, 13558812.6497, 4911136.9910],
  [4491, 76.771161, 51.456985, 13623101.7142, 5704414.9010],
  [4496, 106.439391, 50.742537, 18601597.9560, 5624432.2937],
  [4496, 102.174031, 34.529604, 18240516.9356, 3826037.9266],
  [4501, 137.66014, 41.038597, 23723691.9888, 4548270.4005],
  [4501, 137.405403, 22.018812, 23748407.1295, 2437839.2422],
  [4502, 74.814414, 26.753336, 481539.6422, 2960312.9910],
  [4502, 75.262565, 38.374912, 522943.8470, 4249145.8982],
  [4509, 114.078685, 25.693908, 206690.9777, 2846167.7664],
  [4509, 115.676894, 50.530261, 406187.9532, 5600666.4225],
  [4512, 136.594353, 23.66595, 662658.5783, 2619199.2596],
  [4512, 136.782882, 22.926243, 682905.4463, 2537478.2647],
  [4513, 75.352358, 22.497823, 25536257.0468, 2488968.8971],
  [4513, 73.505325, 48.934868, 25390491.1004, 5423461.4205],
  [4523, 104.128369, 25.649582, 35412474.9020, 2838301.5996],
  [4523, 106.447263, 48.970476, 35605959.8638, 5427353.9198],
  [4527, 116.367916, 52.132469, 39456718.1920, 5778271.6650],
  [4527, 117.11767, 42.062982, 39509739.4304, 4658639.2357],
  [4530, 125.114339, 51.404648, 42438371.5340, 5697475.9703],
  [4530, 126.571926, 52.313033, 42539004.0167, 5798328.8893],
  [4533, 136.181225, 28.607006, 45615534.3877, 3166283.0786],
  [4533, 134.58357, 23.89144, 45457591.7866, 2643327.2438],
  [4534, 73.937106, 20.31246, 388987.4923, 2247315.0050],
  [4534, 74.404077, 39.410405, 448676.6980, 4364236.3537],
  [4544, 103.510149, 42.066666, 376692.1848, 4660115.9809],
  [4544, 104.513691, 29.003507, 452615.8779, 3209755.5280],
  [4548, 117.955554, 35.066454, 587161.5784, 3882382.9877],
  [4548, 116.447379, 35.083253, 449603.1222, 3883968.7946],
  [4551, 126.614007, 20.023533, 564245.4372, 2215089.3350],
  [4551, 127.425299, 18.811727, 650252.9291, 2081430.7209],
  [4554, 135.749385, 47.993272, 555930.2272, 5317951.3003],
  [4554, 133.554203, 45.96471, 387932.9980, 5093180.0167],
]

/** Every zone: code, central meridian, width, false easting. */
const zones = [
  ...Array.from({ length: 11 }, (_, i) => ({ epsg: 4491 + i, meridian: 75 + 6 * i, width: 6, falseEasting: (13 + i) * 1e6 + 500000 })),
  ...Array.from({ length: 11 }, (_, i) => ({ epsg: 4502 + i, meridian: 75 + 6 * i, width: 6, falseEasting: 500000 })),
  ...Array.from({ length: 21 }, (_, i) => ({ epsg: 4513 + i, meridian: 75 + 3 * i, width: 3, falseEasting: (25 + i) * 1e6 + 500000 })),
  ...Array.from({ length: 21 }, (_, i) => ({ epsg: 4534 + i, meridian: 75 + 3 * i, width: 3, falseEasting: 500000 })),
]

test('zones of every kind agree with PROJ to the tenth of a millimetre that it prints', () => {
  for (const [epsg, lng, lat, east, north] of published) {
    const [x, y] = from(`EPSG:${epsg}`, lng, lat)
    expect(Math.hypot(x - east, y - north)).toBeLessThan(1.5e-4)
    expect(metresBetween(...to(`EPSG:${epsg}`, east, north), lng, lat)).toBeLessThan(2e-4)
  }
})

test('all 64 zones agree with a sixth-order Krueger series to 1 µm both ways, two degrees beyond the edge too', () => {
  expect(zones).toHaveLength(64)
  for (const { epsg, meridian, width, falseEasting } of zones)
    for (const off of [-width / 2 - 2, -width / 2, -1, 0, 0.7, width / 2, width / 2 + 2])
      for (const lat of [3, 18.5, 25.49, 31, 39.9, 45.8, 53.5]) {
        const [x, y] = krueger(meridian + off, lat, meridian, falseEasting)
        const [east, north] = from(`EPSG:${epsg}`, meridian + off, lat)
        expect(Math.hypot(east - x, north - y)).toBeLessThan(1e-6)
        expect(metresBetween(...to(`EPSG:${epsg}`, x, y), meridian + off, lat)).toBeLessThan(1e-6)
      }
})

test.skipIf(spawnSync('cs2cs').error)('all 64 zones agree with the cs2cs of this machine to 1 mm (skipped where there is none)', () => {
  for (const { epsg, meridian, width } of zones) {
    const points = [-width / 2, -0.3, width / 2].flatMap((off) => [19.1, 34.567, 52.3].map((lat): Point => [meridian + off, lat]))
    const printed = spawnSync('cs2cs', ['-f', '%.6f', 'EPSG:4490', `EPSG:${epsg}`], { input: points.map(([lng, lat]) => `${lat} ${lng}`).join('\n'), encoding: 'utf8' }).stdout
    printed.trim().split('\n').forEach((line, i) => {
      const [north, east] = line.split(/\s+/).map(Number) as [number, number]
      const [x, y] = from(`EPSG:${epsg}`, ...(points[i] as Point))
      expect(Math.hypot(x - east, y - north)).toBeLessThan(1e-3)
    })
  }
})

test('the cities of the notes stand where the notes say, to their metre', () => {
  for (const [epsg, lng, lat, east, north] of [[4523, 103.796, 25.49, 35378937, 2820882], [4524, 106.563, 29.556, 36360729, 3271758], [4527, 118.089, 24.479, 39610398, 2708778], [4527, 116.407, 39.904, 39449290, 4419038], [4530, 126.535, 45.803, 42541590, 5074329]] as const) {
    const [x, y] = from(`EPSG:${epsg}`, lng, lat)
    expect([Math.round(x), Math.round(y)]).toEqual([east, north])
  }
})

test('CGCS2000 degrees are WGS84 degrees, Web Mercator is the sphere of the tiles, UTM has its scale', () => {
  expect(to('EPSG:4490', 103.8, 25.5)).toEqual([103.8, 25.5])
  const [x, y] = from('EPSG:3857', 118.089, 24.479)
  expect(Math.hypot(x - 13145607.3483, y - 2811885.9261)).toBeLessThan(1e-3)
  const [east, north] = from('EPSG:32648', 103.796, 25.49)
  expect(Math.hypot(east - 378985.3363, north - 2819753.788)).toBeLessThan(1e-3)
  expect(metresBetween(...to('EPSG:3857', x, y), 118.089, 24.479)).toBeLessThan(1e-6)
})

test('a local meridian of 106.5 is the series around it, with offsets of its own where given', () => {
  const [x, y] = krueger(106.563, 29.556, 106.5, 500000)
  expect(from('tmerc:106.5', 106.563, 29.556)).toEqual([expect.closeTo(x, 6), expect.closeTo(y, 6)])
  expect(to('tmerc:106.5,50000,-3000000', x - 450000, y - 3000000)).toEqual([expect.closeTo(106.563, 11), expect.closeTo(29.556, 11)])
})

test('a layer over several prefixed zones is read zone by zone', () => {
  const [x35, y35] = from('EPSG:4523', 105.9, 29.5)
  const [x36, y36] = from('EPSG:4524', 106.8, 29.5)
  expect(to('CGCS2000-GK3', x35, y35)[0]).toBeCloseTo(105.9, 10)
  expect(to('CGCS2000-GK3', x36, y36)[0]).toBeCloseTo(106.8, 10)
  expect(to('CGCS2000-GK3', 500000, y36)).toEqual([NaN, NaN])
  expect(from('CGCS2000-GK3', 106.8, 29.5)).toEqual([x36, y36])
})

test("the packed degrees of surveyors' sheets are minutes and seconds", () => {
  const [lng, lat] = to('DDD.MMSS', 103.4746, 25.2924)
  expect(lng).toBeCloseTo(103 + 47 / 60 + 46 / 3600, 9)
  expect(lat).toBeCloseTo(25 + 29 / 60 + 24 / 3600, 9)
  expect(to('DDD.MMSS', 103.3, 25)).toEqual([103.5, 25])
})

test("Xi'an 1980 and Beijing 1954 are refused for want of local parameters, other numbers as unknown", () => {
  for (const crs of ['EPSG:4610', 'EPSG:4214', 'EPSG:2327', 'EPSG:2390', 'EPSG:2401', 'EPSG:2442', 'EPSG:21413', 'EPSG:21463']) {
    expect([crs, toLngLat(crs), crsRefusal(crs)]).toEqual([crs, null, 'local-parameters'])
  }
  for (const crs of ['EPSG:4555', 'EPSG:27700', 'nonsense', '']) expect([crs, toLngLat(crs), crsRefusal(crs)]).toEqual([crs, null, 'unknown'])
  expect(crsRefusal('EPSG:4547')).toBeNull()
})

test('an unknown number gives an unknown place', () => {
  for (const crs of ['EPSG:4544', 'EPSG:3857', 'CGCS2000-GK3']) expect(to(crs, NaN, 2820882)).toEqual([NaN, NaN])
})

test('a system has one name, however it is written', () => {
  const names: Readonly<Record<string, readonly string[]>> = {
    'EPSG:4326': ['WGS84', 'WGS 84', 'wgs-84', 'WGS_1984', 'urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', '4326', 'GCS_WGS_1984', 'EPSG:4326 (WGS 84)', 'GPS'],
    'EPSG:4490': ['CGCS2000', '2000国家大地坐标系', '国家2000', 'GCS_China_Geodetic_Coordinate_System_2000', 'China Geodetic Coordinate System 2000', '４４９０', '天地图'],
    'EPSG:3857': ['WGS_1984_Web_Mercator_Auxiliary_Sphere', 'WGS 84 / Pseudo-Mercator', '900913', 'EPSG:102100', 'Web墨卡托'],
    'EPSG:4547': ['epsg 4547', 'urn:ogc:def:crs:EPSG::4547', 'http://www.opengis.net/def/crs/EPSG/0/4547', '4547', 'EPSG：4547', 'CGCS2000 / 3-degree Gauss-Kruger CM 114E', 'CGCS2000_3_Degree_GK_CM_114E'],
    'EPSG:4523': ['CGCS2000_3_Degree_GK_Zone_35', 'CGCS2000 / 3-degree Gauss-Kruger zone 35', '35带', '国家2000 3度带 第35带', '三度带 中央经线105 加带号'],
    'EPSG:4544': ['3度带 中央经线105', 'CGCS2000 三度带 中央子午线105°E', '35带 不带带号', '105E'],
    'EPSG:4496': ['CGCS2000_GK_Zone_18', 'CGCS2000 / Gauss-Kruger zone 18', '六度带 18带'],
    'tmerc:106.5': ['CGCS2000 CM 106.5', '中央经线106.5', 'tmerc:106.5', '国家2000坐标系 中央子午线：106.5'],
    'EPSG:4610': ['西安80', 'Xian 1980', '1980西安坐标系', 'GCS_Xian_1980'],
    'EPSG:4214': ['北京54', 'Beijing 1954', '1954年北京坐标系'],
    'EPSG:2359': ['Xian_1980_3_Degree_GK_Zone_35', 'Xian 1980 / 3-degree Gauss-Kruger zone 35'],
    'GCJ-02': ['GCJ02', 'gcj-02', '火星坐标系', '高德坐标'],
    'BD-09': ['BD09', 'bd-09', '百度坐标系', 'BD-09LL'],
    'EPSG:32648': ['WGS_1984_UTM_Zone_48N', 'WGS 84 / UTM zone 48N'],
  }
  for (const [crs, written] of Object.entries(names)) for (const name of written) expect([name, normaliseCrs(name)]).toEqual([name, crs])
  for (const name of ['', '  ', '未知', 'local grid', 'EPSG']) expect([name, normaliseCrs(name)]).toEqual([name, null])
})

test('a .prj file is read by its own code, else by its datum and parameters', () => {
  const esri = (name: string, datum: string, east: number, meridian: number) =>
    `PROJCS["${name}",GEOGCS["GCS_${datum}",DATUM["D_${datum}",SPHEROID["S",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${east}],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`
  expect(normaliseCrs(esri('CGCS2000_3_Degree_GK_Zone_35', 'China_2000', 35500000, 105))).toBe('EPSG:4523')
  expect(normaliseCrs(esri('whatever', 'China_2000', 500000, 105))).toBe('EPSG:4544')
  expect(normaliseCrs(esri('CGCS2000_GK_Zone_18', 'China_2000', 18500000, 105))).toBe('EPSG:4496')
  expect(normaliseCrs(esri('Chongqing', 'China_2000', 500000, 106.5))).toBe('tmerc:106.5')
  expect(normaliseCrs(esri('Xian_1980_3_Degree_GK_Zone_35', 'Xian_1980', 35500000, 105))).toBe('EPSG:2359')
  expect(normaliseCrs('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]')).toBe('EPSG:4326')
  expect(normaliseCrs('PROJCS["CGCS2000 / 3-degree Gauss-Kruger CM 114E",GEOGCS["China Geodetic Coordinate System 2000",AUTHORITY["EPSG","4490"]],AUTHORITY["EPSG","4547"]]')).toBe('EPSG:4547')
  expect(normaliseCrs('PROJCRS["CGCS2000 / 3-degree Gauss-Kruger zone 35",BASEGEOGCRS["CGCS2000"],CONVERSION["zone",METHOD["Transverse Mercator"]],ID["EPSG",4523]]')).toBe('EPSG:4523')
})

test('the digits tell what the columns hold: order, zone prefix, Web Mercator', () => {
  const guess = (a: number, b: number, near?: Point) => {
    const { crs, swapped, why } = guessCrs([[a, b]], near)
    return [crs, swapped, why]
  }
  expect(guess(103.796, 25.49)).toEqual(['EPSG:4326', false, 'geographic'])
  expect(guess(25.49, 103.796)).toEqual(['EPSG:4326', true, 'geographic'])
  expect(guess(103.85, 1.33)).toEqual(['EPSG:4326', false, 'geographic-abroad'])
  expect(guess(35378937, 2820882)).toEqual(['EPSG:4523', false, 'zone-prefix'])
  expect(guess(2820882, 35378937)).toEqual(['EPSG:4523', true, 'zone-prefix'])
  expect(guess(18378937, 2820882)).toEqual(['EPSG:4496', false, 'zone-prefix'])
  // Xiamen and Harbin in Web Mercator are not the 6-degree zones 13 and 14.
  expect(guess(13145607, 2811886)).toEqual(['EPSG:3857', false, 'web-mercator'])
  expect(guess(14085812, 5749000)).toEqual(['EPSG:3857', false, 'web-mercator'])
  // Qingdao could be Kashgar: a place in the study decides.
  expect(guess(13400000, 4310000)).toEqual(['EPSG:3857', false, 'web-mercator-or-zone'])
  expect(guess(13400000, 4310000, [120.4, 36.1])).toEqual(['EPSG:3857', false, 'web-mercator'])
  expect(guess(13400000, 4310000, [74, 39])).toEqual(['EPSG:4491', false, 'zone-prefix'])
})

test('metres without a zone need a place: the meridian is not in the digits', () => {
  const unknown = guessCrs([[2820882, 378937]])
  expect([unknown.crs, unknown.swapped, unknown.why, unknown.candidates.length]).toEqual([null, true, 'central-meridian-unknown', 21])
  expect(guessCrs([[2820882, 378937]], [103.8, 25.5])).toMatchObject({ crs: 'EPSG:4544', swapped: true, why: 'central-meridian-by-place' })
  expect(guessCrs([[378937, 2820882]], [103.8, 45]).crs).toBeNull()
})

test('a layer is guessed as a whole: one odd row is an outlier, halves of two kinds are nothing', () => {
  const town = Array.from({ length: 19 }, (_, i): Point => [103.7 + i / 100, 25.5])
  expect(guessCrs([...town, [25.5, 103.7]])).toMatchObject({ crs: 'EPSG:4326', swapped: false, outliers: 1 })
  expect(guessCrs([...town, [NaN, 1], [0, 0]])).toMatchObject({ crs: 'EPSG:4326', outliers: 0 })
  expect(guessCrs([...town.slice(0, 5), ...town.slice(0, 5).map(([x, y]): Point => [y, x])])).toMatchObject({ crs: null, why: 'mixed' })
  expect(guessCrs([[35378937, 2820882], [36360729, 3271758]])).toMatchObject({ crs: 'CGCS2000-GK3', why: 'several-zones' })
  // Shanghai and its west in Web Mercator: some rows could be zone 13, one cannot.
  expect(guessCrs([[13520000, 3660000], [13100000, 3660000]])).toMatchObject({ crs: 'EPSG:3857', outliers: 0 })
  expect(guessCrs([])).toMatchObject({ crs: null, why: 'none' })
})

test('twenty pairs whose fractions are all minutes and seconds are suspected to be packed', () => {
  const packed = Array.from({ length: 20 }, (_, i): Point => [103 + ((i * 7) % 60) / 100 + ((i * 13) % 60) / 10000, 25 + ((i * 11) % 60) / 100 + ((i * 17) % 60) / 10000])
  expect(guessCrs(packed)).toMatchObject({ crs: null, why: 'packed-degrees', candidates: ['DDD.MMSS', 'EPSG:4326'] })
  expect(guessCrs(packed.map(([x, y]): Point => [x + 0.0064, y]))).toMatchObject({ crs: 'EPSG:4326' })
})
