'use client'

import {
  useAuth,
  useDocumentInfo,
  useForm,
  useFormFields,
  useFormInitializing,
} from '@payloadcms/ui'
import { useEffect, useEffectEvent, useState } from 'react'
import type { KeptWork, WorkingContent } from '@/briefings/working-copies'
import { askToDrop } from './ask-to-keep'
import { saysTheSame, writtenContent } from './written-content'

/** What became of work that was typed and never saved. */
type Work =
  | { readonly kind: 'none' }
  | { readonly kind: 'offered'; readonly kept: KeptWork }
  | { readonly kind: 'in-form'; readonly kept: KeptWork; readonly saved: WorkingContent }
  | { readonly kind: 'thrown-away'; readonly kept: KeptWork }

type Desk = {
  /** What the document is called when it is kept: its id, or `new-…`. */
  readonly name: string
  /** The state of the briefing the form began from. */
  readonly openedOn: string | null
  readonly work: Work
  readonly bring: (kept: KeptWork) => Promise<void>
  readonly throwAway: (kept: KeptWork, saved: WorkingContent | null) => Promise<void>
}

const useValue = (path: string): string | null =>
  useFormFields(([fields]) => fields[path]?.value as string | null | undefined) ?? null

/** A lock names its holder, by id or whole. */
const idOf = (editor: unknown): unknown =>
  typeof editor === 'object' && editor !== null && 'id' in editor ? editor.id : editor

const newName = (): string => `new-${crypto.randomUUID()}`

/**
 * Brings back what was typed and never saved: by itself where nobody saved the briefing since, and where somebody did, or
 * where it never was saved, when asked to.
 */
export function useKeptWork(document: string | null, found: KeptWork | null): Desk {
  const { getData, getFields, reset, setModified, dispatchFields } = useForm()
  const { currentEditor, documentIsLocked } = useDocumentInfo()
  const isStarting = useFormInitializing()
  const { user } = useAuth()
  const openedOn = useValue('openedOn')
  const keptAs = useValue('keptAs')
  const [unsaved, setUnsaved] = useState(newName)
  const name = document ?? unsaved
  const [work, setWork] = useState<Work>({ kind: 'none' })

  const fill = async (content: WorkingContent, isUnsaved: boolean) => {
    await reset({ ...getData(), ...content })
    setModified(isUnsaved)
  }
  const bring = async (kept: KeptWork) => {
    const saved = writtenContent(getFields())
    if (document === null) setUnsaved(kept.document)
    await fill(kept.content, true)
    setWork({ kind: 'in-form', kept, saved })
  }
  const throwAway = async (kept: KeptWork, saved: WorkingContent | null) => {
    if (saved) await fill(saved, false)
    // What could not be thrown away is still there: it is offered again, to be tried once more.
    const isGone = await askToDrop(kept.document)
    setWork({ kind: isGone ? 'thrown-away' : 'offered', kept })
  }

  const lookAtFound = useEffectEvent(() => {
    if (!found) return
    const isOthers = documentIsLocked && idOf(currentEditor) !== user?.id
    if (saysTheSame(found.content, writtenContent(getFields()))) void askToDrop(found.document)
    else if (document !== null && found.startedFrom === openedOn && !isOthers) void bring(found)
    else setWork({ kind: 'offered', kept: found })
  })
  useEffect(() => {
    if (!isStarting) lookAtFound()
  }, [isStarting])

  // A save says which working copy it makes needless. What the server answers does not hold the name.
  useEffect(() => {
    if (isStarting || keptAs === name) return
    dispatchFields({ type: 'UPDATE', path: 'keptAs', value: name })
  }, [dispatchFields, isStarting, keptAs, name])

  // Once it is saved, what came back is the briefing's text like any other.
  const [shown, setShown] = useState(openedOn)
  if (shown !== openedOn) {
    setShown(openedOn)
    if (shown !== null && openedOn !== null) setWork({ kind: 'none' })
  }

  return { name, openedOn, work, bring, throwAway }
}
