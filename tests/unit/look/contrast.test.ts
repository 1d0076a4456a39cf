import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { coloursIn, contrast } from '../../support/contrast'

const css = readFileSync(path.resolve('src/app/(site)/site.css'), 'utf8')

const [lightCss, darkCss] = css.split('@media screen and (prefers-color-scheme: dark)')
const light = coloursIn(lightCss!)
const schemes = { light, dark: { ...light, ...coloursIn(darkCss!) } }

const SURFACES = ['paper', 'raised', 'tint']
const TEXTS = ['ink', 'quiet', 'accent', 'accent-strong', 'warning', 'error']

const TEXT_PAIRS = [
  ...TEXTS.flatMap((text) => SURFACES.map((surface) => [text, surface] as const)),
  ['on-accent', 'accent'] as const,
  ['on-accent', 'accent-strong'] as const,
  ['paper', 'error'] as const,
]

describe.each(Object.entries(schemes))('in the %s scheme', (_, colours) => {
  it.each(TEXT_PAIRS)('%s on %s can be read by those with low vision', (text, surface) => {
    expect(contrast(colours[text]!, colours[surface]!)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(SURFACES)('the edge of a field can be seen on %s', (surface) => {
    expect(contrast(colours.edge!, colours[surface]!)).toBeGreaterThanOrEqual(3)
  })

  it('the focus ring stands out from the page and from its halo', () => {
    expect(contrast(colours.ink!, colours.paper!)).toBeGreaterThanOrEqual(3)
    expect(contrast(colours.ink!, colours.halo!)).toBeGreaterThanOrEqual(3)
  })
})

it('names every colour of the dark scheme among those of the light one', () => {
  expect(Object.keys(coloursIn(darkCss!)).sort()).toEqual(Object.keys(light).sort())
})
