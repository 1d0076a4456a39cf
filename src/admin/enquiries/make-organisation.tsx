'use client'

import { useFormModified } from '@payloadcms/ui'
import { useId, useState } from 'react'

const KINDS = [
  { value: 'council', label: 'Council' },
  { value: 'housing', label: 'Housing body' },
  { value: 'charity', label: 'Charity' },
  { value: 'other', label: 'Other' },
]

type Wish = {
  readonly kind: string
  readonly from: string
  readonly to: string
  readonly seats: string
}

async function ask(id: string, { seats, ...wish }: Wish): Promise<string | null> {
  const answer = await fetch('/api/enquiry-organisation', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id, ...wish, seats: seats === '' ? null : Number(seats) }),
  })
  if (answer.ok) return null
  const { error } = (await answer.json()) as { error?: { message?: string } }
  return error?.message ?? 'It did not work. Try again.'
}

type MakeOrganisationProps = { readonly id: string; readonly from: string; readonly to: string }

/** What membership an enquiry becomes, and the button. The page loads anew once it is done. */
export function MakeOrganisation({ id, from, to }: MakeOrganisationProps) {
  const fieldId = useId()
  const isModified = useFormModified()
  const [wish, setWish] = useState<Wish>({ kind: 'council', from, to, seats: '' })
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  const field = (name: keyof Wish) => ({
    id: `${fieldId}-${name}`,
    value: wish[name],
    onChange: (event: { target: { value: string } }) => {
      setWish({ ...wish, [name]: event.target.value })
    },
  })
  const send = async () => {
    setIsBusy(true)
    const said = await ask(id, wish).catch(() => 'The service does not answer. Try again.')
    setFault(said)
    setIsBusy(false)
    if (said === null) window.location.reload()
  }

  return (
    <div className="signpost-review__actions">
      <label htmlFor={`${fieldId}-kind`}>Kind</label>
      <select {...field('kind')}>
        {KINDS.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <label htmlFor={`${fieldId}-from`}>First day of membership</label>
      <input type="date" {...field('from')} />
      <label htmlFor={`${fieldId}-to`}>Last day of membership</label>
      <input type="date" {...field('to')} />
      <label htmlFor={`${fieldId}-seats`}>Seats, or nothing for any number</label>
      <input type="number" min={1} max={100000} {...field('seats')} />
      {isModified ? <p>Save your changes first.</p> : null}
      <button
        type="button"
        disabled={isBusy || isModified}
        onClick={() => {
          void send()
        }}
      >
        {isBusy ? 'Making it …' : 'Make the organisation and invite its manager'}
      </button>
      <p role="alert">{fault}</p>
    </div>
  )
}
