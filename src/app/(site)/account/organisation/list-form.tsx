'use client'

import { type ChangeEvent, useActionState } from 'react'
import { Answer } from '@/components/answer'
import { Button } from '@/components/button'
import { CheckboxGroup } from '@/components/form'
import { Notice } from '@/components/notice'
import { MOST_BYTES, MOST_IN_WORDS, TOO_LARGE } from '@/members/organisation/list-limits'
import { bringList, type ListState } from './actions'
import { hasSomethingToDo, ListReportView } from './list-report'

const INVITE = [{ value: 'yes', label: 'Mail each new member how to sign in' }]

const EXAMPLE = `email,name,job_title
zoe@example.gov.uk,Zoë Hill,Housing officer
sam@example.gov.uk,"Brook, Sam",`

/** Where the answer stands: without JavaScript the page opens there. */
const HERE = 'list-answer'

/** Chooses a file, reads what it would do, and then does it: each step works without JavaScript. */
export function ListForm() {
  const start: ListState = {}
  const [state, send, isBusy] = useActionState(bringList, start, `#${HERE}`)
  const { fault, report, isDone, text } = state
  return (
    <>
      <Answer id={HERE} to={fault || report ? state : null}>
        {fault ? (
          <Notice tone="error">
            <p>{fault}</p>
          </Notice>
        ) : null}
        {report ? <ListReportView report={report} isDone={isDone === true} /> : null}
      </Answer>
      {text !== undefined && report && hasSomethingToDo(report) ? (
        <form action={send} className="mb-10">
          <input type="hidden" name="act" value="bring" />
          <input type="hidden" name="text" value={text} />
          {report.created > 0 ? (
            <CheckboxGroup name="invite" legend="By mail" options={INVITE} chosen={['yes']} />
          ) : null}
          <Button disabled={isBusy}>{wordsOfButton(report.created > 0, isBusy)}</Button>
        </form>
      ) : null}
      <form action={send}>
        <div className="mb-6 font-sans text-ui">
          <label htmlFor="list" className="mb-1 block font-semibold">
            {report ? 'Another list' : 'List of people'}
          </label>
          <div id="list-hint" className="mb-1.5 text-quiet">
            A CSV file, as every spreadsheet program saves one. Its first line names the columns:
            email, name and, if you like, job_title. {MOST_IN_WORDS} We first show you what it would
            do, and change nothing.
          </div>
          <input
            id="list"
            name="list"
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            aria-describedby="list-hint"
            onChange={refuseTooLarge}
            className="block w-full py-2 file:mr-4 file:min-h-[44px] file:rounded-sm file:border file:border-solid file:border-edge file:bg-paper file:px-4 file:py-2 file:font-semibold file:text-accent"
          />
        </div>
        <Button kind="quiet" disabled={isBusy}>
          {isBusy ? 'Reading …' : 'Look at the list'}
        </Button>
      </form>
      <details className="mt-6 font-sans text-ui">
        <summary className="cursor-pointer py-2 text-accent">See an example of a list</summary>
        <pre className="mt-2 border border-rule bg-raised px-4 py-3 text-sm whitespace-pre-wrap">
          {EXAMPLE}
        </pre>
      </details>
    </>
  )
}

/** Before it is sent: what is far too large reaches no page of ours that could say so. */
function refuseTooLarge({ currentTarget }: ChangeEvent<HTMLInputElement>): void {
  const size = currentTarget.files?.[0]?.size ?? 0
  currentTarget.setCustomValidity(size > MOST_BYTES ? TOO_LARGE : '')
  currentTarget.reportValidity()
}

function wordsOfButton(isAdding: boolean, isBusy: boolean): string {
  if (isBusy) return isAdding ? 'Adding …' : 'Changing …'
  return isAdding ? 'Add them' : 'Change them'
}
