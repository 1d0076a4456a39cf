type Inline = { readonly heading: string } | { readonly caseStudy: Record<string, string> } | string

const text = (words: string) => ({
  type: 'text',
  text: words,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  version: 1,
})

const block = (type: string, rest: object) => ({
  type,
  direction: 'ltr' as const,
  format: '' as const,
  indent: 0,
  version: 1,
  ...rest,
})

const toNode = (part: Inline) => {
  if (typeof part === 'string') return block('paragraph', { children: [text(part)] })
  if ('heading' in part) return block('heading', { tag: 'h2', children: [text(part.heading)] })
  return {
    type: 'block',
    format: '',
    version: 2,
    fields: { blockType: 'caseStudy', blockName: '', ...part.caseStudy },
  }
}

/** A body as the editor keeps it: paragraphs as strings, headings and case studies by name. */
export const lexicalBody = (...parts: readonly Inline[]) => ({
  root: { ...block('root', {}), type: 'root', children: parts.map(toNode) },
})
