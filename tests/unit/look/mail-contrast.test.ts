import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { darkPalette, palette } from '@templates/mail/palette'
import { coloursIn, contrast } from '../../support/contrast'

const [lightCss, darkCss] = readFileSync(path.resolve('src/app/(site)/site.css'), 'utf8').split(
  '@media screen and (prefers-color-scheme: dark)',
)

describe.each([
  ['light', palette, coloursIn(lightCss!)],
  ['dark', darkPalette, coloursIn(darkCss!)],
])('a mail in the %s scheme', (_, colours, site) => {
  it.each(['ink', 'quiet', 'accent'] as const)('has %s that can be read on its paper', (text) => {
    expect(contrast(colours[text], colours.paper)).toBeGreaterThanOrEqual(4.5)
  })

  it('has the colours of the site', () => {
    const { paper, ink, quiet, rule, accent } = colours
    const { paper: p, ink: i, quiet: q, rule: r, accent: a } = site
    expect([paper, ink, quiet, rule, accent]).toEqual([p, i, q, r, a])
  })
})

it('has a button that can be read in either scheme', () => {
  expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5)
})
