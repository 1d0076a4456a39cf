import type { Payload } from 'payload'
import { toPublicPart } from '@/access/to-public-part'
import { type Viewer, visitor } from '@/access/viewer'
import { listArticles } from '@/articles/list-articles'
import { readArticle } from '@/articles/read-article'
import { listBriefings } from '@/briefings/list-briefings'
import { listTitles } from '@/briefings/list-titles'
import { readBriefing } from '@/briefings/read-briefing'
import { readMoved } from '@/briefings/read-moved'
import { comingArticles } from '@/bulletin/announced-articles'
import { stillPublic } from '@/bulletin/still-public'
import { unannounced } from '@/bulletin/unannounced'
import type { Article, Briefing, BulletinIssue } from '@/payload-types'
import { answerSearch } from '@/search/answer-search'
import { answerSuggest } from '@/search/answer-suggest'
import { moreLikeThis } from '@/search/more-like-this'
import type { SearchEngine } from '@/search/search-engine'
import { searchRequest } from './search-documents'
import type { TestPayload } from './test-payload'

export type Dated = {
  readonly word: string
  readonly briefing: Briefing
  readonly article: Article
  /** Published long since, on the same topic; it names the other as related. */
  readonly neighbour: Briefing
}

type Asked = {
  readonly test: TestPayload
  /** What the site answers a search from. */
  readonly site: SearchEngine
  readonly processes: Readonly<Record<string, Payload>>
  readonly viewers: Readonly<Record<string, Viewer>>
  readonly topicId: string
  readonly dated: Dated
  readonly now: Date
}

/** The Bulletin to come. */
const PLANNED = { key: 'the-next', state: 'planned' } as BulletinIssue

async function overRest({ rest, settings }: TestPayload, path: string): Promise<boolean> {
  const { status } = await rest(new Request(`${settings.siteUrl}/api/${path}`))
  return status === 200
}

/** Where a site process shows a briefing, for one viewer, each place by name. */
async function placesOfBriefing(payload: Payload, viewer: Viewer, all: Asked) {
  const { site, topicId, now } = all
  const { word, briefing, neighbour } = all.dated
  const asked = { payload, viewer, now }
  const holds = (some: readonly { readonly id: string }[]) =>
    some.some(({ id }) => id === briefing.id)
  const listed = async (more: object) =>
    holds((await listBriefings({ ...asked, limit: 100, ...more })).briefings)
  const search = { ...asked, engine: site }
  const found = await answerSearch({ ...search, request: searchRequest(word) })
  const browsed = await answerSearch({ ...search, request: searchRequest('') })
  const full = await readBriefing({ ...asked, slug: neighbour.slug ?? '' })
  const beside = full.kind === 'full' ? holds(full.briefing.related) : null
  return {
    page: (await readBriefing({ ...asked, slug: briefing.slug ?? '' })).kind !== 'missing',
    list: await listed({}),
    'list of the topic': await listed({ topicIds: [topicId] }),
    'list by id': await listed({ ids: [briefing.id] }),
    'A to Z': holds(await listTitles(payload, viewer, now)),
    search: found.hits.some((hit) => hit.briefing.id === briefing.id),
    'total of the search': found.total > 0,
    'search without words': browsed.hits.some((hit) => hit.briefing.id === briefing.id),
    suggestions: (await answerSuggest({ ...search, typed: word })).some(
      ({ url }) => url === `/briefings/${briefing.slug}`,
    ),
    'briefings like it': holds(
      await moreLikeThis({ ...search, briefing: toPublicPart(neighbour, []), limit: 50 }),
    ),
    ...(beside === null ? {} : { 'related briefings': beside }),
  }
}

/** Where it shows whoever asks. */
async function placesOfBoth(payload: Payload, { test, dated, now }: Asked) {
  const { word, briefing, article } = dated
  const coming = await unannounced(payload, now)
  const articles = await comingArticles(payload, PLANNED, now)
  const lists = await listArticles({ payload, viewer: visitor, limit: 100, now })
  const asked = { payload, viewer: visitor, now }
  return {
    'REST, briefing': await overRest(test, `briefings/${briefing.id}`),
    'REST, article': await overRest(test, `articles/${article.id}`),
    'its former address': (await readMoved({ payload, path: `/old/${word}`, now })) !== null,
    'the next Bulletin': coming.some(({ briefingId }) => briefingId === briefing.id),
    'a mail at the gate':
      (await stillPublic(payload, [{ briefingId: briefing.id }], now)).length > 0,
    'articles of the next Bulletin': articles.some(({ id }) => id === article.id),
    article: (await readArticle({ ...asked, slug: article.slug ?? '' })).kind !== 'missing',
    'list of articles': lists.articles.some(({ id }) => id === article.id),
  }
}

/** Every place where readers may meet what is dated, for each viewer and process, and whether it shows there. */
export async function placesOf(asked: Asked): Promise<Record<string, boolean>> {
  const shown: Record<string, boolean> = {}
  const note = (of: string, places: Readonly<Record<string, boolean>>) => {
    for (const [place, isShown] of Object.entries(places)) shown[`${place} (${of})`] = isShown
  }
  for (const [process, payload] of Object.entries(asked.processes)) {
    for (const [who, viewer] of Object.entries(asked.viewers)) {
      note(`${who}, process ${process}`, await placesOfBriefing(payload, viewer, asked))
    }
    note(`process ${process}`, await placesOfBoth(payload, asked))
  }
  return shown
}
