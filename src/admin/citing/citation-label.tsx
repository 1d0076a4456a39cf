'use client'

import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useFormFields } from '@payloadcms/ui'
import { useCallback, useSyncExternalStore } from 'react'
import { shortName } from '@/sources/typed-citation'
import { citedInOrder } from './cited-in-order'
import { useSource } from './known-sources'

function useNumber(source: string | null): number {
  const [editor] = useLexicalComposerContext()
  const listen = useCallback((tell: () => void) => editor.registerUpdateListener(tell), [editor])
  const numberNow = () => citedInOrder(editor.getEditorState()).indexOf(source ?? '') + 1
  return useSyncExternalStore(listen, numberNow, () => 0)
}

const asText = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

/** A citation as the editor shows it: the number readers will see, whose source it is, and the page. */
export function CitationLabel() {
  const id = useFormFields(([fields]) => asText(fields.source?.value))
  const page = useFormFields(([fields]) => asText(fields.page?.value))
  const number = useNumber(id)
  const source = useSource(id)
  if (source === 'looking') return <span>Citation</span>
  return (
    <span className="signpost-citation" title={source?.title}>
      {number > 0 ? <span className="signpost-citation__number">{number}</span> : null}{' '}
      {source ? shortName(source) : 'No source'}
      {page ? `, p. ${page}` : null}
    </span>
  )
}
