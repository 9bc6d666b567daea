/** Columns that several ledgers share. */
import type { LedgerColumn } from '../ledger'

/** Degrees or metres; where and in which system is settled for the whole table (positions.ts). x and y become lng and lat there. */
// prettier-ignore
export const positionColumns: readonly LedgerColumn[] = [
  { key: 'lng', kind: 'lng', headers: ['经度', '东经', '经度坐标', '地理经度', '经度(e)', '经度e', '所在经度', '坐标经度', '东坐标', '东向坐标', 'lng', 'lon', 'long', 'longitude', 'easting', '经度(度)', '经度(°)', '中心经度', '坐标(经度)', '坐标/经度', 'wgs84经度', '经度wgs84', '高德经度', '百度经度', 'gcj02经度', 'lng_wgs84', 'lon_wgs84'] },
  { key: 'lat', kind: 'lat', headers: ['纬度', '北纬', '纬度坐标', '地理纬度', '纬度(n)', '纬度n', '所在纬度', '坐标纬度', '北坐标', '北向坐标', 'lat', 'latitude', 'northing', '纬度(度)', '纬度(°)', '中心纬度', '坐标(纬度)', '坐标/纬度', 'wgs84纬度', '纬度wgs84', '高德纬度', '百度纬度', 'gcj02纬度', 'lat_wgs84'] },
  { key: 'x', kind: 'lng', headers: ['x坐标', 'x', '坐标x', '横坐标', 'x轴坐标', '坐标/x', 'point_x', 'xcoord', 'coordx', 'x_coord', 'centroid_x'] },
  { key: 'y', kind: 'lat', headers: ['y坐标', 'y', '坐标y', '纵坐标', 'y轴坐标', '坐标/y', 'point_y', 'ycoord', 'coordy', 'y_coord', 'centroid_y'] },
  { key: 'position', kind: 'points', headers: ['坐标', '经纬度', '经纬度坐标', '地理坐标', '位置坐标', '坐标位置', '中心坐标', '中心点坐标', '坐标点', '坐标(经度,纬度)', '经度,纬度', '纬度,经度', '经度纬度', '纬度经度', '经度/纬度', '定位', 'lnglat', 'latlng', 'location', 'coordinates', 'coordinate', 'coord', 'point', '高德坐标', '百度坐标'] },
]

/**
 * The units above the one that a row belongs to, where the sheet has them as columns of their own (县区 | 街道 | 社区).
 * columns.ts moves the lowest of them to `area` (or `parent`) where no lower unit is written.
 */
// prettier-ignore
export const upperUnitColumns: readonly LedgerColumn[] = [
  { key: 'county', kind: 'code', headers: ['县(市、区)', '县(区)', '区(县)', '县(市)', '区县', '县区', '县市区', '所在县(市、区)', '所属县(市、区)', '所在县(区)', '所属县区', '所在区县', '所属区县', '所在县区', '所属区', '所在区', '行政区', '行政区划', '所在行政区', '所属行政区', '县市', '县别', '区域别', '区别', '县(区、市)', '所在地区', 'county', 'district'] },
  { key: 'subdistrict', kind: 'code', headers: ['街道', '乡镇', '镇街', '街镇', '街道(乡镇)', '乡镇(街道)', '街道(镇)', '镇(街道)', '乡(镇)', '乡(镇、街道)', '街道(乡、镇)', '街道乡镇', '乡镇街道', '乡镇/街道', '街道/乡镇', '乡/镇/市/区', '街道名称', '乡镇名称', '所在街道', '所属街道', '所属乡镇', '所在乡镇', '所在镇(街道)', '所在街道(乡镇)', '所属街道(乡镇)', '所属街道(镇)', '所在乡镇(街道)', '所属乡镇(街道)', '所属镇街', '所在镇街', '街道办', '街道办事处', '所属街道办', 'subdistrict', 'township', 'town', 'street'] },
]

// prettier-ignore
export const areaHeaders = ['所属单元', '所在单元', '单元', '所属社区', '所在社区', '社区', '社区名称', '所属村(社区)', '所在村(社区)', '村(社区)', '社区(村)', '所属社区(村)', '所在社区(村)', '所属村', '所在村', '村', '村社区', '村居', '村(居)', '所属村居', '所属居委会', '居委会', '社区居委会', '村委会', '所在居(村)委会', '所属区域', '所在区域', '里别', '所属行政单元', '所属单位区划', '单元代码', '所属单元代码', '区划代码', '行政区划代码', '所在区划代码', '所属区划', 'unit', 'community', 'village', 'areacode', 'area_code', 'neighbourhood'] as const

// prettier-ignore
export const idHeaders = ['编号', '编码', '唯一编号', '唯一编码', '标识', '标识码', '台账编号', 'id号', 'no.', 'uid', 'fid', 'objectid', 'code'] as const

export const countColumn = (key: string, headers: readonly string[]): LedgerColumn => ({ key, kind: 'count', headers })

// prettier-ignore
export const peopleColumns: readonly LedgerColumn[] = [
  countColumn('residents', ['常住人口', '常住人口数', '总人口', '人口', '人口数', '总人口数', '常住总人口', '居住人口', '居住人数', '居民人数', '居民数', '常住居民', '现居住人口', '人口(人)', '常住人数', '服务人口', 'population', 'pop', '人口总数', '常住人口总数']),
  countColumn('elders60', ['60岁以上', '60岁及以上', '60周岁以上', '60周岁及以上', '60+', '60岁以上人口', '60岁以上人数', '60岁及以上人口', '60岁及以上人数', '60岁以上老年人', '60岁及以上老年人', '60岁以上老人', '60周岁以上老年人', '60周岁及以上老年人', '60周岁以上老年人数', '60岁以上老年人数', '60岁及以上老年人数', '60岁以上老年人口', '60岁以上老人数', '老年人口', '老年人数', '老人数', '老年人口数', '老年人', '老年人总数', 'pop60', 'elderly60', '60plus']),
  countColumn('elders65', ['65岁以上', '65岁及以上', '65周岁以上', '65周岁及以上', '65+', '65岁以上人口', '65岁以上人数', '65岁及以上人口', '65岁及以上人数', '65岁以上老年人', '65岁及以上老年人', '65岁以上老人', '65周岁以上老年人', '65岁以上老年人数', '65岁及以上老年人数', '65岁以上老年人口', '65岁以上老人数', 'pop65', 'elderly65', '65plus']),
  countColumn('elders80', ['80岁以上', '80岁及以上', '80周岁以上', '80周岁及以上', '80+', '80岁以上人口', '80岁以上人数', '80岁及以上人口', '80岁及以上人数', '80岁以上老年人', '80岁及以上老年人', '80岁以上老人', '80周岁以上老年人', '80岁以上老年人数', '80岁及以上老年人数', '高龄老人', '高龄老年人', '高龄老年人数', '高龄老人数', 'pop80', 'elderly80', '80plus']),
]
