'use client'

import { useActionState } from 'react'
import { Button } from '@/components/button'
import { CheckboxGroup } from '@/components/form'
import { Notice } from '@/components/notice'
import { bringList, type ListState } from './actions'
import { ListReportView } from './list-report'

const INVITE = [{ value: 'yes', label: 'Mail each new member how to sign in' }]

/** Chooses a file, reads what it would do, and then does it: each step works without JavaScript. */
export function ListForm() {
  const start: ListState = {}
  const [{ fault, report, isDone, text }, send, isBusy] = useActionState(bringList, start)
  return (
    <>
      {fault ? (
        <div className="mb-6">
          <Notice tone="error">
            <p>{fault}</p>
          </Notice>
        </div>
      ) : null}
      {report ? <ListReportView report={report} isDone={isDone === true} /> : null}
      {text !== undefined && report ? (
        <form action={send} className="mb-10">
          <input type="hidden" name="act" value="bring" />
          <input type="hidden" name="text" value={text} />
          <CheckboxGroup name="invite" legend="By mail" options={INVITE} chosen={['yes']} />
          <Button disabled={isBusy}>{isBusy ? 'Adding …' : 'Add them'}</Button>
        </form>
      ) : null}
      <form action={send}>
        <div className="mb-6 font-sans text-ui">
          <label htmlFor="list" className="mb-1 block font-semibold">
            {report ? 'Another list' : 'List of people'}
          </label>
          <div id="list-hint" className="mb-1.5 text-quiet">
            A CSV file whose first line says email,name,job_title. We first show you what it would
            do, and change nothing.
          </div>
          <input
            id="list"
            name="list"
            type="file"
            accept=".csv,text/csv"
            aria-describedby="list-hint"
            className="block w-full py-2 file:mr-4 file:min-h-[44px] file:rounded-sm file:border file:border-solid file:border-edge file:bg-paper file:px-4 file:py-2 file:font-semibold file:text-accent"
          />
        </div>
        <Button kind="quiet" disabled={isBusy}>
          {isBusy ? 'Reading …' : 'Look at the list'}
        </Button>
      </form>
    </>
  )
}
