'use client'

import { useFormModified } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { StageAction } from '@/access/stage-rules'
import { postJson } from '../post-json'

type Asked = { readonly action: StageAction; readonly note: string; readonly replacedBy: string }

const LABELS: Readonly<Record<StageAction, string>> = {
  submit: 'Submit for review',
  'take-back': 'Take back from review',
  'ask-changes': 'Ask for changes',
  approve: 'Approve',
  'approve-afterwards': 'Approve what was published',
  supersede: 'Mark as superseded',
  withdraw: 'Withdraw from readers',
  'bring-back': 'Bring back',
}

const NOTES: Partial<Record<StageAction, string>> = {
  'ask-changes': 'What should change',
  supersede: 'Why, for readers',
  withdraw: 'Why, for readers',
}

const NAMES_ANOTHER: readonly StageAction[] = ['supersede', 'withdraw']

/** Acts on the text as it was last saved. */
const NEEDS_SAVING: readonly StageAction[] = ['submit', 'approve', 'supersede', 'withdraw']

type DetailsProps = {
  readonly action: StageAction
  readonly isBusy: boolean
  readonly onSend: (details: Omit<Asked, 'action'>) => void
  readonly onCancel: () => void
}

/** What an action needs to be told before it is done. */
function Details({ action, isBusy, onSend, onCancel }: DetailsProps) {
  const fieldId = useId()
  const [note, setNote] = useState('')
  const [replacedBy, setReplacedBy] = useState('')
  return (
    <div className="signpost-review__details">
      <label htmlFor={`${fieldId}-note`}>{NOTES[action]}</label>
      <textarea
        id={`${fieldId}-note`}
        rows={4}
        maxLength={400}
        value={note}
        onChange={(event) => {
          setNote(event.target.value)
        }}
      />
      {NAMES_ANOTHER.includes(action) ? (
        <>
          <label htmlFor={`${fieldId}-other`}>
            Reference of the briefing to read instead{action === 'withdraw' ? ', if any' : ''}
          </label>
          <input
            id={`${fieldId}-other`}
            type="text"
            maxLength={40}
            value={replacedBy}
            onChange={(event) => {
              setReplacedBy(event.target.value)
            }}
          />
        </>
      ) : null}
      <button
        type="button"
        disabled={isBusy}
        onClick={() => {
          onSend({ note, replacedBy })
        }}
      >
        {LABELS[action]}
      </button>
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  )
}

type ReviewActionsProps = { readonly id: string; readonly open: readonly StageAction[] }

/** The buttons of a review. What cannot be done is not shown; what must be told first is asked. */
export function ReviewActions({ id, open }: ReviewActionsProps) {
  const isModified = useFormModified()
  const [chosen, setChosen] = useState<StageAction | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  const send = async (asked: Asked) => {
    setIsBusy(true)
    const { action, note, replacedBy } = asked
    const told = { ...(note ? { note } : {}), ...(replacedBy ? { replacedBy } : {}) }
    const answer = await postJson('/api/briefing-stage', { id, action, ...told })
    setFault(answer.kind === 'fault' ? answer.why : null)
    setIsBusy(false)
    if (answer.kind === 'done') window.location.reload()
  }
  const choose = (action: StageAction) => {
    setFault(null)
    if (NOTES[action]) setChosen(action)
    else void send({ action, note: '', replacedBy: '' })
  }
  const waitsForSaving = isModified && open.some((action) => NEEDS_SAVING.includes(action))

  return (
    <div className="signpost-review__actions">
      {waitsForSaving ? <p>Save your changes first: a review is of what was saved.</p> : null}
      {chosen ? (
        <Details
          action={chosen}
          isBusy={isBusy}
          onSend={(details) => {
            void send({ action: chosen, ...details })
          }}
          onCancel={() => {
            setChosen(null)
          }}
        />
      ) : (
        open.map((action) => (
          <button
            key={action}
            type="button"
            disabled={isBusy || (isModified && NEEDS_SAVING.includes(action))}
            onClick={() => {
              choose(action)
            }}
          >
            {LABELS[action]}
          </button>
        ))
      )}
      <p role="alert">{fault}</p>
    </div>
  )
}
