/** Stated figures (统计项): one row per figure, or one row per unit with the items as columns. */
import type { Ledger } from '../ledger'

// prettier-ignore
export const facts: Ledger = {
  name: 'facts',
  stems: ['facts', 'fact', '统计项', '统计', '指标', '指标数据', '统计数据', '统计表', '填报表', '指标值', 'indicators', 'statistics'],
  needs: ['of'],
  columns: [
    { key: 'of', kind: 'code', headers: ['对象', '统计对象', '单元', '所属单元', '填报单元', '对象名称', '单元名称', '单元代码', '地区', '县(市、区)', '县区', '区县', '行政区划', '区划名称', '区划代码', '填报地区', '名称', '单位名称', '街道', '乡镇', '街道(乡镇)', '社区', 'unit_of', 'owner', 'subject', 'name'] },
    { key: 'item', kind: 'text', headers: ['统计项', '指标', '指标名称', '项目', '统计指标', '指标项', '统计项目', '项目名称', 'indicator', 'key', 'metric'] },
    { key: 'value', kind: 'text', headers: ['数值', '值', '数据', '指标值', '数量', '结果', '统计值', '填报值', 'val', 'figure'] },
    { key: 'unit', kind: 'text', headers: ['单位', '计量单位', '数值单位', 'uom', 'units'] },
    { key: 'date', kind: 'date', headers: ['日期', '时间', '数据日期', '统计日期', '统计时间', '年份', '年度', '截至日期', '截止日期', '统计年度', '报告期', '数据年份', '截至时间', 'year', 'asof', 'period'] },
  ],
}
