'use client'

import { useFormModified } from '@payloadcms/ui'
import { useState } from 'react'
import { AlertWords } from '../alert-words'
import { AskedTwice } from '../asked-twice'
import { postJson } from '../post-json'

type ChangeAccessProps = {
  readonly id: string
  readonly act: 'end' | 'give-back'
  /** What the button says. */
  readonly button: string
  /** What pressing it does, asked once more. */
  readonly words: string
}

/** Ends a member’s access or gives it back, asked twice. The page loads anew once it is done. */
export function ChangeAccess({ id, act, button, words }: ChangeAccessProps) {
  const isModified = useFormModified()
  const [isAsked, setIsAsked] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  const send = async () => {
    setIsBusy(true)
    const answer = await postJson('/api/member-access', { act, id })
    if (answer.kind === 'done') {
      window.location.reload()
      return
    }
    setFault(answer.why)
    setIsBusy(false)
    setIsAsked(false)
  }

  return (
    <div className="signpost-review__actions">
      {isModified ? <p>Save your changes first.</p> : null}
      {isAsked ? (
        <AskedTwice
          words={words}
          isBusy={isBusy}
          onYes={() => {
            void send()
          }}
          onNo={() => {
            setIsAsked(false)
          }}
        />
      ) : (
        <button
          type="button"
          disabled={isModified}
          onClick={() => {
            setFault(null)
            setIsAsked(true)
          }}
        >
          {button}
        </button>
      )}
      <div role="alert">{fault ? <AlertWords words={fault} /> : null}</div>
    </div>
  )
}
