/** Problems, grouped by what they are, each with the place where it stands. */
import type { Problem } from '../../problem'
import { problemGroups, type ProblemGroup } from '../../state/problem-groups'
import { formatNumber } from '../../text/numbers'
import { levelName } from '../../text/keys'
import { placeText } from '../../text/place'
import { problemWords } from '../../text/problems'
import { fill } from '../../text/say'
import { useSay } from '../use-app'

/** Places that are listed before a group is cut; a table of thousands is not read. */
const placesShown = 100

/** withFile false where the file stands above already. */
export function ProblemList({ problems, withFile = true }: { readonly problems: readonly Problem[]; readonly withFile?: boolean }) {
  const { say } = useSay()
  if (problems.length === 0) return <p className="note padded">{say('problems.none')}</p>
  return (
    <ul className="problem-list">
      {problemGroups(problems).map((group) => (
        <li key={`${group.severity} ${group.file} ${group.code}`} className={`problem problem-${group.severity}`}>
          {group.problems.length === 1 && group.problems[0] ? <Single problem={group.problems[0]} withFile={withFile} /> : <Group group={group} withFile={withFile} />}
        </li>
      ))}
    </ul>
  )
}

function Single({ problem, withFile }: { readonly problem: Problem; readonly withFile: boolean }) {
  const { language } = useSay()
  return (
    <p>
      <Severity severity={problem.severity} />
      {problemText(language, problem)}
      <span className="problem-place figures">{placeText(language, problem.at, withFile)}</span>
    </p>
  )
}

function Group({ group, withFile }: { readonly group: ProblemGroup; readonly withFile: boolean }) {
  const { say, language } = useSay()
  const rest = group.problems.length - placesShown
  return (
    <details>
      <summary>
        <Severity severity={group.severity} />
        {withoutDetail(problemWords[group.code][language])}
        {withFile && group.file && <span className="problem-place">{group.file}</span>}
        <span className="figures quiet"> {say('problems.count', { n: formatNumber(group.problems.length) })}</span>
      </summary>
      <ol>
        {group.problems.slice(0, placesShown).map((problem, index) => (
          <li key={index}>
            <span className="problem-place figures">{placeText(language, problem.at, false)}</span> {problem.detail}
          </li>
        ))}
      </ol>
      {rest > 0 && <p className="note">{say('problems.more', { n: formatNumber(rest) })}</p>}
    </details>
  )
}

function Severity({ severity }: { readonly severity: Problem['severity'] }) {
  const { say } = useSay()
  return <span className={`severity severity-${severity}`}>{say(`problems.${severity}`)}</span>
}

/** The sentence with its detail put in (a level by its name), or without the place for one. */
export function problemText(language: 'zh' | 'en', { code, detail }: Problem): string {
  const words = problemWords[code][language]
  return detail === undefined || detail === '' ? withoutDetail(words) : fill(words, { detail: levelName(language, detail) })
}

const withoutDetail = (words: string): string => words.replace(/（\{detail\}）| \(\{detail\}\)|[：:]\s*\{detail\}/g, '').replace(/\{detail\}/g, '')
