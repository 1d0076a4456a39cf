'use client'

import { useActionState } from 'react'
import { Answer } from '@/components/answer'
import { Button } from '@/components/button'
import { SUBSCRIBE } from '@/bulletin/wording'
import { CheckboxGroup, type Choice } from '@/components/form'
import { ScopeChoice } from '../following/scope-choice'
import { type BulletinState, saveBulletin } from './actions'
import type { BulletinChoice } from './bulletin-choice'

/** Where the page opens without JavaScript once the choices are saved. */
const HERE = 'bulletin-saved'

type BulletinFormProps = {
  readonly choice: BulletinChoice
  readonly topics: readonly Choice[]
}

export function BulletinForm({ choice, topics }: BulletinFormProps) {
  const start: BulletinState = {}
  const [state, save, isSaving] = useActionState(saveBulletin, start, `#${HERE}`)
  const { saved, before, said } = state
  const shown = saved ?? choice
  return (
    <>
      <Answer id={HERE} to={said ? state : null}>
        {said ? <Said words={said} before={before} save={save} /> : null}
      </Answer>
      <form action={save} key={JSON.stringify(shown)}>
        <CheckboxGroup
          name="bulletin"
          legend="By e-mail"
          options={[{ value: 'yes', ...SUBSCRIBE }]}
          chosen={shown.isOn ? ['yes'] : []}
        />
        <ScopeChoice chosen={shown.scope} />
        <CheckboxGroup
          name="topics"
          legend="Topics you follow"
          hint="A topic brings those beneath it. Choose none to hear about everything."
          options={topics}
          chosen={shown.topicIds}
        />
        <div className="flex flex-wrap gap-3">
          <Button disabled={isSaving}>{isSaving ? 'Saving …' : 'Save Bulletin choices'}</Button>
          {shown.pause ? (
            <Button kind="quiet" name="resume" value="yes" disabled={isSaving}>
              Save and end the pause
            </Button>
          ) : null}
        </div>
      </form>
    </>
  )
}

type SaidProps = {
  readonly words: string
  readonly before?: BulletinChoice
  readonly save: (form: FormData) => void
}

const Said = ({ words, before, save }: SaidProps) => (
  <div className="flex flex-wrap items-center justify-between gap-3 border-l-4 border-accent bg-tint px-5 py-3 font-sans text-ui">
    <p role="status">{words}</p>
    {before ? (
      <form action={save}>
        <input type="hidden" name="undo" value="yes" />
        {before.isOn ? <input type="hidden" name="bulletin" value="yes" /> : null}
        {before.pause ? (
          <input type="hidden" name="paused-until" value={before.pause.until ?? ''} />
        ) : null}
        <input type="hidden" name="scope" value={before.scope} />
        {before.topicIds.map((id) => (
          <input key={id} type="hidden" name="topics" value={id} />
        ))}
        <Button kind="quiet">Undo</Button>
      </form>
    ) : null}
  </div>
)
