'use client'

import { useActionState } from 'react'
import { Button } from '@/components/button'
import { ErrorSummary, TextField } from '@/components/form'
import { Notice } from '@/components/notice'
import { type DetailsState, saveDetails } from './actions'

const LABELS = { name: 'Name', jobTitle: 'Job title' }

type DetailsFormProps = { readonly name: string; readonly jobTitle: string }

export function DetailsForm({ name, jobTitle }: DetailsFormProps) {
  const start: DetailsState = { faults: {}, values: {} }
  const [{ faults, values, said }, save, isSaving] = useActionState(saveDetails, start)
  return (
    <form action={save} noValidate>
      <ErrorSummary faults={faults} labels={LABELS} />
      {said ? (
        <div className="mb-6">
          <Notice tone="good">
            <p>{said}</p>
          </Notice>
        </div>
      ) : null}
      <TextField
        key={`name ${values.name ?? ''}`}
        name="name"
        label={LABELS.name}
        autoComplete="name"
        required
        fault={faults.name}
        defaultValue={values.name ?? name}
      />
      <TextField
        key={`job ${values.jobTitle ?? ''}`}
        name="jobTitle"
        label={LABELS.jobTitle}
        autoComplete="organization-title"
        required={false}
        fault={faults.jobTitle}
        defaultValue={values.jobTitle ?? jobTitle}
      />
      <Button kind="quiet" disabled={isSaving}>
        {isSaving ? 'Saving …' : 'Save details'}
      </Button>
    </form>
  )
}
