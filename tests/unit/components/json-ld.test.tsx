import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { JsonLd } from '@/components/json-ld'

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  ']]>',
  '"}</SCRIPT >',
  '\u2028alert(1)\u2029',
]

it.each(HOSTILE)('keeps %j within its script, and means it', (name) => {
  const markup = renderToStaticMarkup(<JsonLd content={{ '@type': 'Report', name }} />)
  const inside = markup.slice(markup.indexOf('>') + 1, markup.lastIndexOf('</script>'))

  expect(inside).not.toContain('<')
  expect(JSON.parse(inside)).toMatchObject({ name })
})
