'use client'

import { useFormModified } from '@payloadcms/ui'
import { type ReactNode, useId, useState } from 'react'
import { AlertWords } from '../alert-words'
import { AskedTwice } from '../asked-twice'
import { postJson } from '../post-json'
import { faultsOfWish, type Wish, type WishFaults } from './wish-faults'

const KINDS = [
  { value: 'council', label: 'Council' },
  { value: 'housing', label: 'Housing body' },
  { value: 'charity', label: 'Charity' },
  { value: 'other', label: 'Other' },
]

type MakeOrganisationProps = {
  readonly id: string
  readonly from: string
  readonly to: string
  /** Whom the invitation goes to. */
  readonly email: string
  /** Of that address. */
  readonly domain: string
  /** Why colleagues cannot join by it, or null. */
  readonly domainFault: string | null
}

type TheirField = {
  readonly id: string
  readonly label: string
  readonly fault: string | undefined
  readonly children: ReactNode
}

const Labelled = ({ id, label, fault, children }: TheirField) => (
  <>
    <label htmlFor={id}>{label}</label>
    {children}
    {fault ? <AlertWords id={`${id}-fault`} words={fault} /> : null}
  </>
)

/** What membership an enquiry becomes, and the button, asked twice. The page loads anew once it is done. */
export function MakeOrganisation(props: MakeOrganisationProps) {
  const { id, from, to, email, domain, domainFault } = props
  const fieldId = useId()
  const isModified = useFormModified()
  const [wish, setWish] = useState<Wish>({ kind: 'council', from, to, seats: '' })
  const [colleaguesJoin, setColleaguesJoin] = useState(false)
  const [faults, setFaults] = useState<WishFaults>({})
  const [isAsked, setIsAsked] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  const field = (name: keyof Wish) => ({
    id: `${fieldId}-${name}`,
    value: wish[name],
    disabled: isAsked,
    'aria-invalid': faults[name] ? true : undefined,
    'aria-describedby': faults[name] ? `${fieldId}-${name}-fault` : undefined,
    onChange: (event: { target: { value: string } }) => {
      setWish({ ...wish, [name]: event.target.value })
    },
  })
  const labelled = (name: keyof Wish, label: string) => ({
    id: `${fieldId}-${name}`,
    label,
    fault: faults[name],
  })
  const ask = () => {
    const found = faultsOfWish(wish)
    setFaults(found)
    setFault(null)
    const [first] = Object.keys(found)
    if (first) document.getElementById(`${fieldId}-${first}`)?.focus()
    setIsAsked(!first)
  }
  const send = async () => {
    setIsBusy(true)
    const seats = wish.seats === '' ? null : Number(wish.seats)
    const asked = { id, ...wish, seats, colleaguesJoin }
    const answer = await postJson('/api/enquiry-organisation', asked)
    setFault(answer.kind === 'fault' ? answer.why : null)
    setIsBusy(false)
    setIsAsked(false)
    if (answer.kind === 'done') window.location.reload()
  }

  return (
    <div className="signpost-review__actions">
      <Labelled {...labelled('kind', 'Kind')}>
        <select {...field('kind')}>
          {KINDS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled {...labelled('from', 'First day of membership')}>
        <input type="date" {...field('from')} />
      </Labelled>
      <Labelled {...labelled('to', 'Last day of membership')}>
        <input type="date" {...field('to')} />
      </Labelled>
      <Labelled {...labelled('seats', 'Seats (leave empty for any number)')}>
        <input type="number" min={1} max={100000} {...field('seats')} />
      </Labelled>
      <Joining
        id={`${fieldId}-joining`}
        domain={domain}
        domainFault={domainFault}
        isTicked={colleaguesJoin}
        onTick={setColleaguesJoin}
      />
      {isModified ? <p>Save your changes first.</p> : null}
      {isAsked ? (
        <AskedTwice
          words={`This mails ${email} at once, and closes the enquiry.`}
          isBusy={isBusy}
          onYes={() => {
            void send()
          }}
          onNo={() => {
            setIsAsked(false)
          }}
        />
      ) : (
        <button type="button" disabled={isModified} onClick={ask}>
          Make the organisation and invite its manager
        </button>
      )}
      <div role="alert">{fault ? <AlertWords words={fault} /> : null}</div>
    </div>
  )
}

type JoiningProps = Pick<MakeOrganisationProps, 'domain' | 'domainFault'> & {
  readonly id: string
  readonly isTicked: boolean
  readonly onTick: (isTicked: boolean) => void
}

/** A tick of its own: only staff can say whether a domain is of this organisation alone. */
function Joining({ id, domain, domainFault, isTicked, onTick }: JoiningProps) {
  if (domainFault !== null) return <p>Colleagues join by invitation alone. {domainFault}</p>
  return (
    <>
      <label htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={isTicked}
          onChange={(event) => {
            onTick(event.target.checked)
          }}
        />{' '}
        Whoever has an address that ends in {domain} may join by themselves
      </label>
      <p>
        Tick this if every address that ends in {domain} is of this organisation. Otherwise
        colleagues join by invitation.
      </p>
    </>
  )
}
