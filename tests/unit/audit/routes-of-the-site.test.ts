import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { EXAMPLES } from '../../../scripts/audit-leaks/examples'
import {
  answersTo,
  isFixed,
  routesOfTheSite,
} from '../../../scripts/audit-leaks/routes-of-the-site'

it('knows what to ask of every route of the site', () => {
  const unknown = routesOfTheSite().filter((route) => !isFixed(route) && !EXAMPLES[route])
  expect(unknown).toEqual([])
})

it('asks of no route that is gone', () => {
  const routes = routesOfTheSite()
  expect(Object.keys(EXAMPLES).filter((route) => !routes.includes(route))).toEqual([])
})

it('finds pages, handlers, pictures and feeds wherever they lie', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'signpost-routes-'))
  for (const file of [
    '(site)/page.tsx',
    '(site)/a/[slug]/route.ts',
    'a/[slug]/opengraph-image.tsx',
    'sitemap.ts',
    '_b/page.tsx',
  ]) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), '')
  }
  expect(routesOfTheSite(folder)).toEqual([
    '/',
    '/a/[slug]',
    '/a/[slug]/opengraph-image',
    '/sitemap.xml',
  ])
  rmSync(folder, { recursive: true })
})

it('knows which route answers an address', () => {
  expect(answersTo('/briefings/[slug]')('/briefings/a?b=c')).toBe(true)
  expect(answersTo('/briefings/[slug]')('/briefings/a/b')).toBe(false)
  expect(answersTo('/blog/[slug]/opengraph-image')('/blog/a/opengraph-image-1x2?3')).toBe(true)
})
