'use client'

import { type KeyboardEvent, useId, useState } from 'react'
import { useTakenFocus } from '../taken-focus'

export type Proof = { readonly password: string; readonly code: string }

type ProofFieldsProps = {
  readonly action: string
  readonly isBusy: boolean
  readonly takesFocus: boolean
  readonly onSend: (proof: Proof) => void
  readonly onCancel: () => void
}

/**
 * The code the app shows and the password one has. No form of its own, since it stands inside that of the account: Enter
 * sends this and saves nothing of that.
 */
export function ProofFields({ action, isBusy, takesFocus, onSend, onCancel }: ProofFieldsProps) {
  const first = useTakenFocus<HTMLInputElement>(takesFocus)
  const id = useId()
  const [proof, setProof] = useState<Proof>({ password: '', code: '' })
  const field = (name: keyof Proof) => ({
    id: `${id}-${name}`,
    value: proof[name],
    onChange: (event: { target: { value: string } }) => {
      setProof({ ...proof, [name]: event.target.value })
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      if (!isBusy) onSend(proof)
    },
  })
  return (
    <>
      <label htmlFor={`${id}-code`}>The code your app shows</label>
      <input
        ref={first}
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        {...field('code')}
      />
      <label htmlFor={`${id}-password`}>Your password</label>
      <input type="password" autoComplete="current-password" {...field('password')} />
      <button
        type="button"
        disabled={isBusy}
        onClick={() => {
          onSend(proof)
        }}
      >
        {action}
      </button>
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </>
  )
}
