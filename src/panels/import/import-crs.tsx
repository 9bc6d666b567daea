/** In which coordinate system a file's numbers stand: what it is taken for, why, and the choice to say otherwise. */
import type { FileSummary } from '../../compute/file-summary'
import { placeImport } from '../../state/commands/change-import'
import { crsGroups, crsName, crsReason } from './crs-words'
import { useApp, useAppState, useSay } from '../use-app'

export function ImportCrs({ file }: { readonly file: FileSummary }) {
  const app = useApp()
  const { say, language } = useSay()
  const given = useAppState((state) => state.draft?.given.crs?.[file.file] ?? '')
  const found = [...new Set(file.tables.flatMap(({ crs }) => crs ?? []))]
  const has = (code: (typeof doubts)[number]): boolean => file.problems.some((problem) => problem.code === code)
  if (found.length === 0 && given === '' && !isCrsAsked(file)) return null
  const groups = crsGroups(language)
  const listed = groups.some(({ choices }) => choices.some(({ crs }) => crs === given))
  const why = (): string => {
    if (given !== '') return say('crs.byYou')
    if (found.length === 0) return say('crs.notTold')
    if (!has('crs-guessed')) return say('crs.stated')
    return say('crs.guessed', { why: found.map((crs) => crsReason(language, crs)).filter(Boolean).join('；') })
  }
  return (
    <div className={found.length === 0 ? 'import-crs wrong' : 'import-crs'}>
      <label>
        {say('import.crs')}
        <select value={given} onChange={(event) => void placeImport(app, file.file, event.currentTarget.value)}>
          <option value="">{found.length === 0 ? say('crs.choose') : say('crs.auto', { name: found.map((crs) => crsName(language, crs)).join('、') })}</option>
          {given !== '' && !listed && <option value={given}>{crsName(language, given)}</option>}
          {groups.map(({ title, choices }) => (
            <optgroup key={title} label={title}>
              {choices.map(({ crs, name }) => (
                <option key={crs} value={crs}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <p className="note">{why()}</p>
    </div>
  )
}

/** The file has positions, but nobody knows or is sure in which system. */
export const isCrsAsked = ({ problems }: FileSummary): boolean => problems.some(({ code }) => doubts.some((doubt) => doubt === code))

/** Problems that a choice here can settle. */
const doubts = ['crs-guessed', 'crs-unknown', 'crs-zone-unknown', 'crs-shifted'] as const
