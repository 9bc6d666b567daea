/** What became of the street files: how much can be walked, how it hangs together, what was left out and why. */
import type { StreetsAnswer } from '../../compute/walking'
import { leftOutWords } from '../../text/streets'
import { formatNumber } from '../../text/numbers'
import { ProblemList } from './problem-list'
import { useSayWalk } from '../use-app'

export function StreetReport({ streets: { report, snapped, lack } }: { readonly streets: StreetsAnswer }) {
  const { sayWalk, language } = useSayWalk()
  if (!report) return null
  const leftOut = Object.entries(report.leftOut)
  const all = leftOut.reduce((sum, [, count]) => sum + count, 0)
  const km = (metres: number): string => formatNumber(metres / 1000, 1)
  return (
    <details className="street-report" open={lack !== null}>
      <summary>{sayWalk('streets.title')}</summary>
      <p className="note figures">{sayWalk('streets.summary', { km: km(report.lengthM), vertices: formatNumber(report.vertices), pieces: formatNumber(report.pieces), components: formatNumber(report.components) })}</p>
      {report.islands.count > 0 && <p className="note figures">{sayWalk('streets.islands', { n: formatNumber(report.islands.count), km: km(report.islands.lengthM) })}</p>}
      {snapped && <p className="note figures">{sayWalk('streets.snapped', { n: formatNumber(snapped.points), all: formatNumber(snapped.ofPoints), sites: formatNumber(snapped.facilities), allSites: formatNumber(snapped.ofFacilities) })}</p>}
      {all > 0 && (
        <>
          <p className="note figures">{sayWalk('streets.leftOut', { n: formatNumber(all) })}</p>
          <ul className="note figures">
            {leftOut.map(([why, count]) => (
              <li key={why}>
                {leftOutWords[why]?.[language] ?? why} {formatNumber(count)}
              </li>
            ))}
          </ul>
        </>
      )}
      {report.cuts.length > 0 && <p className="note figures">{sayWalk('streets.cuts', { n: formatNumber(report.cuts.length) })}</p>}
      <p className="note">{sayWalk('streets.files', { files: report.files.join(language === 'zh' ? '、' : ', ') })}</p>
      {report.problems.length > 0 && <ProblemList problems={report.problems} />}
    </details>
  )
}
