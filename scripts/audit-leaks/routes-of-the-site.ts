import { readdirSync } from 'node:fs'
import path from 'node:path'
import { PROJECT_ROOT } from '../building/project-root'

const APP = path.join(PROJECT_ROOT, 'src/app')

/** Files of Next’s own naming that answer to an address, and what they add to the folder’s. */
const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/^page\.tsx?$/, ''],
  [/^route\.tsx?$/, ''],
  [/^(opengraph-image|twitter-image|apple-icon|icon)\.(tsx?|svg|png|ico)$/, '/$1'],
  [/^sitemap\.tsx?$/, '/sitemap.xml'],
  [/^robots\.tsx?$/, '/robots.txt'],
  [/^manifest\.tsx?$/, '/manifest.webmanifest'],
]

function* answersBelow(folder: string, address: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      if (entry.name.startsWith('_')) continue
      const isGroup = /^\(.*\)$/.test(entry.name)
      yield* answersBelow(
        path.join(folder, entry.name),
        isGroup ? address : `${address}/${entry.name}`,
      )
      continue
    }
    for (const [name, added] of ANSWERS) {
      if (name.test(entry.name)) yield address + entry.name.replace(name, added) || '/'
    }
  }
}

/** Every address the app folder answers to, as its folders name it. */
export const routesOfTheSite = (folder = APP): string[] =>
  [...new Set(answersBelow(folder, ''))].sort()

export const isFixed = (route: string): boolean => !route.includes('[')

/** Whether an address is answered by this route. */
export function answersTo(route: string): (address: string) => boolean {
  const pattern = route
    .replace(/\/\[\[\.\.\.\w+\]\]/g, '(/.*)?')
    .replace(/\[\.\.\.\w+\]/g, '.+')
    .replace(/\[\w+\]/g, '[^/]+')
    .replace(/(opengraph-image|twitter-image|icon)$/, '$1(\\.\\w+|-\\w+)?')
  const whole = new RegExp(`^${pattern}$`)
  return (address) => whole.test(address.split(/[?#]/)[0] ?? '')
}
