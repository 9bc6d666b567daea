/** Yes or no in the signs of real forms; blank is unknown, and half a yes is unreadable. */
import type { Cell } from '../../sources/raw-table'
import { plainText } from '../words'
import { cellText, isEmpty, isError, type CellReport } from './cell'
import { dateOf } from './date'

/** A date means that it was done (同步验收 2019-03); marked. keepDate: hand the date itself on (整改完成情况). */
export function readYesNo(cell: Cell | undefined, report: CellReport, keepDate = false): boolean | string | null {
  if (typeof cell === 'boolean') return cell
  if (isEmpty(cell) || isError(cell, report)) return null
  const raw = cellText(cell)
  const plain = plainText(raw).replace(/[。.!]$/, '')
  const known = words.get(plain)
  if (known !== undefined) {
    if (plain === '○' || plain === '〇') report.mark('assumed', raw)
    return known
  }
  const date = dateOf(cell ?? null, false)
  if (date?.value) {
    if (keepDate) return date.value
    report.mark('assumed', raw)
    return true
  }
  const guess = byBeginning(plain)
  if (guess !== null) return guess
  report.problem('yes-no-unreadable', 'warning', raw)
  return null
}

/** 已移交, 已编制 … is yes; 未移交, 不达标, 没有 … is no. */
function byBeginning(plain: string): boolean | null {
  if (/部分|基本|待核|其他/.test(plain)) return null
  if (/^(?:未|尚未|没有|没|不|无|暂未|暂无|正在|拟|待|否)/.test(plain)) return false
  if (/(?:中|推进)$/.test(plain)) return false
  if (/^(?:已|有|是|符合|达到|建有|设有|全部|完成)/.test(plain)) return true
  return null
}

const words: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...pairs(
    true,
    '是 有 √ ✓ ✔ ☑ ■ ● ○ 〇 对 y yes true t 1 1.0 v 达标 合格 符合 满足 具备 齐全 完成 建成 设有 建有 达到 已 同步 通过 完好 纳入 运行 租赁 租用 属于 独栋 挂钩',
  ),
  ...pairs(
    false,
    '否 无 × ✗ ✘ ✕ x ☐ □ 不是 没有 n no false f 0 0.0 未 不 未达标 不达标 不合格 不符合 未完成 在建 拟建 筹建 待建 规划 未建 没 非 进行中 整改中 正在整改 未启动 未开工 未整改 推进中 自有 不属于 非独栋',
  ),
  ...pairs(null, '- -- — —— – / \\ 不详 未知 不清楚 待定 待核实 不适用 不涉及 无需 n/a na null 未统计 未填 不明 … ...'),
])

function pairs(value: boolean | null, list: string): [string, boolean | null][] {
  return list.split(' ').map((word) => [plainText(word), value])
}
