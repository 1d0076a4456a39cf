import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(path.resolve('src/app/(site)/site.css'), 'utf8')

const coloursIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/--color-([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]),
  )

const [lightCss, darkCss] = css.split('@media (prefers-color-scheme: dark)')
const light = coloursIn(lightCss!)
const schemes = { light, dark: { ...light, ...coloursIn(darkCss!) } }

/** Relative luminance as in WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter! + 0.05) / (darker! + 0.05)
}

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
