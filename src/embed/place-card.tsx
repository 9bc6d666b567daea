/** One place as an old person needs it: name, how far, when, what number. */
import { useEffect, useState } from 'react'
import type { Published } from '../saved/published'
import { CallLink } from './call-link'
import { unitNames, type Place } from './nearest'
import { canSpeak, speak, stopSpeaking } from './speech'
import { kindWord, serviceWord, walkWord, type Words } from './words'

type Props = { readonly published: Published; readonly place: Place; readonly words: Words; readonly chosen: boolean; readonly onMap: (index: number) => void }

export function PlaceCard({ published, place, words, chosen, onMap }: Props) {
  const { say } = words
  const { facility, walk } = place
  const where = unitNames(published, facility.unit).slice(-2).join(' ')
  const walked = walk ? walkWord(words, walk) : facility.at ? null : say('place.noPosition')
  return (
    <article className="place" aria-current={chosen || undefined}>
      <h3>{facility.name}</h3>
      {walked && <p className="place-walk">{walked}</p>}
      <p className="quiet">
        {kindWord(words, facility.kind)}
        {where && ` · ${where}`}
      </p>
      <dl>
        {facility.hours && <Line name={say('place.hours')} value={facility.hours} />}
        {facility.services.length > 0 && <Line name={say('place.services')} value={facility.services.map((each) => serviceWord(words, each)).join(words.language === 'zh' ? '、' : ', ')} />}
        {facility.address && <Line name={say('place.address')} value={facility.address} />}
      </dl>
      <div className="place-acts">
        {facility.phone && <CallLink phone={facility.phone} words={words} />}
        {facility.at && (
          <button type="button" onClick={() => onMap(place.index)}>
            {say('place.onMap')}
          </button>
        )}
        {canSpeak() && <ReadAloud text={spoken(place, words)} words={words} />}
      </div>
    </article>
  )
}

function Line({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function ReadAloud({ text, words: { say, language } }: { readonly text: string; readonly words: Words }) {
  const [reading, setReading] = useState(false)
  useEffect(() => () => stopSpeaking(), [])
  const toggle = (): void => {
    if (reading) stopSpeaking()
    else speak(text, language, () => setReading(false))
    setReading(!reading)
  }
  return (
    <button type="button" aria-pressed={reading} onClick={toggle}>
      {say(reading ? 'place.stop' : 'place.read')}
    </button>
  )
}

function spoken({ facility, walk }: Place, words: Words): string {
  const { say } = words
  const parts = [
    facility.name,
    kindWord(words, facility.kind),
    walk && walkWord(words, walk),
    facility.hours && `${say('place.hours')} ${facility.hours}`,
    facility.services.length > 0 && `${say('place.services')} ${facility.services.map((each) => serviceWord(words, each)).join('，')}`,
    facility.address && `${say('place.address')} ${facility.address}`,
    facility.phone && say('place.call', { phone: facility.phone.split('').join(' ') }),
  ]
  return parts.filter(Boolean).join('。')
}
