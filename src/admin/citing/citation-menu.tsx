'use client'

import { $createInlineBlockNode } from '@payloadcms/richtext-lexical/client'
import {
  BLUR_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_LOW,
  FOCUS_COMMAND,
  KEY_ENTER_COMMAND,
  type TextNode,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { LexicalTypeaheadMenuPlugin } from '@payloadcms/richtext-lexical/lexical/react/LexicalTypeaheadMenuPlugin'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { useCallback, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { readTypedCitation, unfinishedCitation } from '@/sources/typed-citation'
import { citedInOrder } from './cited-in-order'
import { NAME_OF_LIST, SourceList, SourceOption, stateInWords } from './source-list'
import { useFoundSources } from './use-found-sources'
import { $wholeTyped } from './whole-typed'

/** Puts the citation where its text was typed, and the caret behind it. Runs within an update of the editor. */
function $cite(cut: TextNode, source: string): void {
  const { node, typed } = $wholeTyped(cut)
  const { page } = readTypedCitation(typed)
  // The node gives itself its id.
  const citation = $createInlineBlockNode({
    id: '',
    blockType: 'citation',
    source,
    ...(page ? { page } : {}),
  })
  node.replace(citation)
  citation.selectNext()
}

/** Tells when what is typed opens the list. Escape closes it until another citation is begun. */
function useTrigger() {
  const isBegun = useRef(false)
  const isDismissed = useRef(false)
  const trigger = useCallback((line: string) => {
    const unfinished = unfinishedCitation(line)
    isBegun.current = unfinished !== null
    if (!unfinished) isDismissed.current = false
    if (!unfinished || isDismissed.current) return null
    const { start, typed } = unfinished
    return { leadOffset: start, matchingString: typed, replaceableString: line.slice(start) }
  }, [])
  const dismiss = useCallback(() => {
    isDismissed.current = isBegun.current
  }, [])
  return { trigger, dismiss }
}

/** Enter before anything was found neither chooses nor breaks the line. */
function useWaitingEnter(isWaiting: boolean): void {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    if (!isWaiting) return undefined
    const wait = (event: KeyboardEvent | null) => {
      event?.preventDefault()
      return true
    }
    return editor.registerCommand(KEY_ENTER_COMMAND, wait, COMMAND_PRIORITY_CRITICAL)
  }, [editor, isWaiting])
}

/** Whether the caret is in the text: the list closes when an officer goes on to another field. */
function useHasCaret(): boolean {
  const [editor] = useLexicalComposerContext()
  const [hasCaret, setHasCaret] = useState(true)
  useEffect(() => {
    const becomes = (has: boolean) => () => {
      setHasCaret(has)
      return false
    }
    return mergeRegister(
      editor.registerCommand(FOCUS_COMMAND, becomes(true), COMMAND_PRIORITY_LOW),
      editor.registerCommand(BLUR_COMMAND, becomes(false), COMMAND_PRIORITY_LOW),
    )
  }, [editor])
  return hasCaret
}

/** The list of sources that opens below `[@` while a citation is typed. */
export function CitationMenu() {
  const [editor] = useLexicalComposerContext()
  const [typed, setTyped] = useState<string | null>(null)
  const { trigger, dismiss } = useTrigger()
  const { words, page } = readTypedCitation(typed ?? '')
  const cited = citedInOrder(editor.getEditorState())
  const found = useFoundSources(typed === null ? null : words, cited)
  const options = found.sources.map((source) => new SourceOption(source))
  const isOpen = useHasCaret() && typed !== null
  useWaitingEnter(isOpen && found.state === 'looking' && options.length === 0)
  const says = stateInWords(found.state, options.length, page)

  return (
    <>
      <span id={NAME_OF_LIST} hidden>
        Sources to cite
      </span>
      <div role="status" className="signpost-unseen">
        {isOpen ? says : null}
      </div>
      <LexicalTypeaheadMenuPlugin<SourceOption>
        anchorClassName="signpost-citing"
        commandPriority={COMMAND_PRIORITY_CRITICAL}
        options={options}
        triggerFn={trigger}
        onQueryChange={setTyped}
        onClose={() => {
          dismiss()
          setTyped(null)
        }}
        onSelectOption={({ source }, textNode, close) => {
          if (textNode) $cite(textNode, source.id)
          close()
        }}
        menuRenderFn={(anchor, list) =>
          anchor.current && isOpen
            ? createPortal(
                <SourceList {...list} root={editor.getRootElement()} cited={cited} says={says} />,
                anchor.current,
              )
            : null
        }
      />
    </>
  )
}
