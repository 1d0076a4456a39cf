'use client'

import { useActionState } from 'react'
import { Button } from '@/components/button'
import { ErrorSummary, TextField } from '@/components/form'
import { untouched } from '../../../form-state'
import { keepThisSearch } from '../actions'

const LABELS = { name: 'Name of the search' }

type KeepFormProps = {
  /** The search in its one canonical form. */
  readonly search: string
  /** To begin with. */
  readonly name: string
}

export function KeepForm({ search, name }: KeepFormProps) {
  const [{ faults, values }, keep, isKeeping] = useActionState(keepThisSearch, untouched)
  return (
    <form action={keep} noValidate>
      <ErrorSummary faults={faults} labels={LABELS} />
      <input type="hidden" name="search" value={search} />
      <TextField
        key={values.name}
        name="name"
        label={LABELS.name}
        hint="You see it in your list and in your Bulletin."
        autoComplete="off"
        fault={faults.name}
        defaultValue={values.name ?? name}
      />
      <Button disabled={isKeeping}>{isKeeping ? 'Keeping …' : 'Keep this search'}</Button>
    </form>
  )
}
