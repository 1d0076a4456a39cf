'use client'

import { useId, useState } from 'react'
import type { AddedSources, Choice, SourcesReading } from '@/sources/add-sources'
import type { DeskAnswer } from '../post-json'
import { askSourcesDesk } from './ask-sources-desk'
import { PlannedSources } from './planned-sources'

export type Plan = Extract<SourcesReading, { kind: 'read' }>

type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'plan'; readonly plan: Plan; readonly text: string }
  | { readonly kind: 'added'; readonly added: AddedSources }
  | { readonly kind: 'fault'; readonly why: string }

const MOST_BYTES = 1_500_000

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

const inWords = ({ added, filled, kept }: AddedSources) =>
  `${counted(added.length, 'source')} added, ${counted(filled.length, 'source')} filled in, ${kept} left as ${kept === 1 ? 'it was' : 'they were'}.`

function useDesk() {
  const [shown, setShown] = useState<Shown>({ kind: 'nothing' })
  const [isBusy, setIsBusy] = useState(false)
  const ask = async (asked: object, show: (said: unknown) => Shown) => {
    setIsBusy(true)
    const answer: DeskAnswer<unknown> = await askSourcesDesk(asked)
    setShown(answer.kind === 'done' ? show(answer.said) : answer)
    setIsBusy(false)
  }
  return { shown, setShown, isBusy, ask }
}

type PasteFieldsProps = {
  readonly text: string
  readonly looksUpDois: boolean
  readonly onText: (text: string) => void
  readonly onFault: (why: string) => void
}

/** Where references are pasted, or read from a file on the officer's own machine. */
function PasteFields({ text, looksUpDois, onText, onFault }: PasteFieldsProps) {
  const id = useId()
  const readFile = async (file: File | undefined) => {
    if (!file) return
    if (file.size > MOST_BYTES) onFault('That file is too large: bring at most 500 references.')
    else onText(await file.text())
  }
  return (
    <>
      <label htmlFor={`${id}-text`}>References</label>
      <p id={`${id}-hint`} className="signpost-quiet">
        Paste BibTeX, RIS or CSL-JSON, or DOIs, one a line.{' '}
        {looksUpDois
          ? 'DOIs are looked up.'
          : 'DOIs are not looked up here: such a source is added with its link, for you to complete.'}
      </p>
      <textarea
        id={`${id}-text`}
        aria-describedby={`${id}-hint`}
        rows={12}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          onText(event.target.value)
        }}
      />
      <label htmlFor={`${id}-file`}>Or choose a file</label>
      <input
        id={`${id}-file`}
        type="file"
        accept=".bib,.ris,.json,.txt"
        onChange={(event) => {
          void readFile(event.target.files?.[0])
        }}
      />
    </>
  )
}

/** References in, a list of what would be added out, and nothing stored before it was seen. */
export function AddSourcesForm({ looksUpDois }: { readonly looksUpDois: boolean }) {
  const [text, setText] = useState('')
  const { shown, setShown, isBusy, ask } = useDesk()
  const plan = () =>
    ask({ action: 'plan', text }, (said) => ({ kind: 'plan', plan: said as Plan, text }))
  const add = (planned: string, choices: Readonly<Record<string, Choice>>) =>
    ask({ action: 'add', text: planned, choices }, (added) => {
      setText('')
      return { kind: 'added', added: added as AddedSources }
    })
  return (
    <div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void plan()
        }}
      >
        <PasteFields
          text={text}
          looksUpDois={looksUpDois}
          onText={setText}
          onFault={(why) => {
            setShown({ kind: 'fault', why })
          }}
        />
        <button type="submit" disabled={isBusy || text.trim() === ''}>
          Show what would be added
        </button>
      </form>
      <div role="status">
        {shown.kind === 'added' ? (
          <p>
            <strong>{inWords(shown.added)}</strong>{' '}
            <a href="/admin/collections/sources">All sources</a>
          </p>
        ) : null}
      </div>
      <p role="alert">{shown.kind === 'fault' ? shown.why : null}</p>
      {shown.kind === 'plan' ? (
        <PlannedSources
          key={shown.text}
          plan={shown.plan}
          isBusy={isBusy}
          onAdd={(choices) => {
            void add(shown.text, choices)
          }}
        />
      ) : null}
    </div>
  )
}
