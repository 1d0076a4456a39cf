import { render } from '@react-email/render'
import type { ReactElement } from 'react'

// React's own marks between pieces of text: 2 kB of nothing in a long mail.
const REACT_MARKS = /<!--(?:\/?\$|\s*|html|head|body|\/html|\/head|\/body)-->/g

/** A mail's HTML part. The text part is written by each template from the same view model. */
export async function renderMail(element: ReactElement): Promise<{ html: string }> {
  return { html: (await render(element)).replace(REACT_MARKS, '') }
}
