'use client'

import { useActionState } from 'react'
import { Button } from '@/components/button'
import { CheckboxGroup, ErrorSummary } from '@/components/form'
import { untouched } from '../../form-state'
import { erase } from './actions'

const SURE = [{ value: 'yes', label: 'I am sure: erase my account for good' }]

export function EraseForm() {
  const [{ faults }, send, isErasing] = useActionState(erase, untouched)
  return (
    <form action={send} noValidate>
      <ErrorSummary faults={faults} labels={{ sure: 'Are you sure?' }} />
      <CheckboxGroup
        name="sure"
        legend="Are you sure?"
        options={SURE}
        chosen={[]}
        fault={faults.sure}
      />
      <Button kind="danger" disabled={isErasing}>
        {isErasing ? 'Erasing …' : 'Erase my account'}
      </Button>
    </form>
  )
}
