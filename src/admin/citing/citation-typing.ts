'use client'

import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import { CitationMenu } from './citation-menu'

/** What the editor does in the browser for citations that are typed. */
export const CitationTyping = createClientFeature({
  plugins: [{ Component: CitationMenu, position: 'normal' }],
})
