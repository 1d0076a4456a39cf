import type { BulletinEntry, BulletinView } from './bulletin-view'
import { isolated } from './isolate-text'

const maybeIsolated = (text: string | null) => (text === null ? null : isolated(text))

const entry = (given: BulletinEntry): BulletinEntry => ({
  ...given,
  title: isolated(given.title),
  summary: isolated(given.summary),
  alsoIn: given.alsoIn.map(isolated),
  foundBy: given.foundBy.map(isolated),
  note: maybeIsolated(given.note),
  changeNote: maybeIsolated(given.changeNote),
})

/** The same Bulletin with everything that people wrote kept from turning round what stands beside it. */
export const isolateView = (view: BulletinView): BulletinView => ({
  ...view,
  introduction: view.introduction.map(isolated),
  groups: view.groups.map(({ heading, entries }) => ({
    heading: isolated(heading),
    entries: entries.map(entry),
  })),
  searches: view.searches.map((search) => ({
    ...search,
    name: isolated(search.name),
    entries: search.entries.map(entry),
  })),
  carried: view.carried.map(entry),
  coming: view.coming.map((each) => ({ ...each, text: isolated(each.text) })),
  articles: view.articles.map((article) => ({
    ...article,
    title: isolated(article.title),
    summary: isolated(article.summary),
  })),
  topics: view.topics.map(isolated),
  series: view.series?.map(isolated) ?? [],
  briefings: view.briefings?.map(isolated) ?? [],
})
