'use client'

import { useAllFormFields, useForm, useFormModified, useFormProcessing } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { askToKeep } from './ask-to-keep'
import { writtenContent } from './written-content'

/** How long what is typed waits at most before it is sent, and after an answer that failed, in milliseconds. */
const WAITS_MS = 2_000
const WAITS_AFTER_FAILURE_MS = 5_000

export type Keeping =
  | { readonly kind: 'idle' }
  | { readonly kind: 'kept'; readonly at: string }
  | { readonly kind: 'not-kept'; readonly why: string }

const IDLE: Keeping = { kind: 'idle' }

type Args = {
  readonly document: string
  readonly startedFrom: string | null
}

/** Keeps what is typed while it is typed: every two seconds, whether or not the typing pauses. */
export function useKeeping({ document, startedFrom }: Args): Keeping {
  const [fields] = useAllFormFields()
  const { getFields } = useForm()
  const isModified = useFormModified()
  const isSaving = useFormProcessing()
  const [keeping, setKeeping] = useState<Keeping>(IDLE)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const isAsking = useRef(false)
  const sent = useRef('')
  const now = useRef({ isModified, isSaving, document, startedFrom })

  useEffect(() => {
    now.current = { isModified, isSaving, document, startedFrom }
  })

  const send = useCallback(
    async (isLast: boolean): Promise<'done' | 'busy' | 'later' | 'never'> => {
      const { isModified, isSaving, ...place } = now.current
      if (!isModified) return 'done'
      if (isAsking.current || isSaving) return 'busy'
      const content = writtenContent(getFields())
      const text = JSON.stringify({ ...place, content })
      if (text === sent.current) return 'done'
      isAsking.current = true
      const answer = await askToKeep({ ...place, content }, isLast)
      isAsking.current = false
      if (answer.kind === 'kept') {
        sent.current = text
        setKeeping({ kind: 'kept', at: answer.at })
        return 'done'
      }
      setKeeping({ kind: 'not-kept', why: answer.why })
      return answer.isFinal ? 'never' : 'later'
    },
    [getFields],
  )

  const plan = useCallback(
    (inMs: number) => {
      timer.current ??= setTimeout(() => {
        timer.current = null
        void send(false).then((outcome) => {
          if (outcome === 'busy') plan(WAITS_MS)
          if (outcome === 'later') plan(WAITS_AFTER_FAILURE_MS)
        })
      }, inMs)
    },
    [send],
  )

  useEffect(() => {
    if (isModified) {
      plan(WAITS_MS)
      return
    }
    // What was kept may be forgotten by now: the same words are sent again when they come back.
    sent.current = ''
    setKeeping(IDLE)
  }, [fields, isModified, plan])

  useEffect(() => {
    const sendNow = () => void send(true)
    window.addEventListener('pagehide', sendNow)
    return () => {
      window.removeEventListener('pagehide', sendNow)
      if (timer.current) clearTimeout(timer.current)
      timer.current = null
    }
  }, [send])

  return keeping
}
