import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const APP = path.resolve(import.meta.dirname, '../../../src/app')

/** How a method is handed to Next: as a function, as a value, in a list, or by another name. */
const HANDED_OUT = /\bexport\b(?:(?!\bexport\b)[^=(])*?\b(POST|PUT|PATCH|DELETE)\b/g

export type ChangingRoute = { readonly route: string; readonly method: string }

const addressOf = (file: string): string =>
  `/${path
    .dirname(file)
    .split(path.sep)
    .filter((part) => !/^\(.*\)$/.test(part))
    .join('/')}`

/** Every route of the app folder that hands out a method which may change something. */
export function changingRoutes(): ChangingRoute[] {
  const files = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => /(^|\/)route\.(ts|tsx|js|mjs)$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(APP, file), 'utf8')
      const methods = new Set([...text.matchAll(HANDED_OUT)].map(([, method = '']) => method))
      return [...methods].map((method) => ({ route: addressOf(file), method }))
    })
}
