import type { World } from './world'

/** Addresses to ask a route by, each under what it is an example of. */
export type Examples = Readonly<Record<string, string>>

const NOBODYS = 'a'.repeat(43)

/**
 * Addresses of the routes that take something in their address. A route without a line fails the audit: say here what to
 * ask it for. `found on pages` marks one whose address the pages alone know.
 */
export const EXAMPLES: Readonly<Record<string, (world: World) => Examples | 'found on pages'>> = {
  '/[...lost]': () => ({ 'no such page': '/no-such-page', 'an odd one': '/%2e%2e/%00' }),
  '/admin/[[...segments]]': ({ rows, briefings }) => ({
    desk: '/admin',
    login: '/admin/login',
    list: '/admin/collections/briefings',
    'a draft': `/admin/collections/briefings/${briefings.draft.id}`,
    versions: `/admin/collections/briefings/${briefings.live.id}/versions`,
    'a member': `/admin/collections/members/${rows.members ?? ''}`,
    'add sources': '/admin/add-sources',
    'versions compared': `/admin/compare/${briefings.live.id}`,
    searches: '/admin/searches',
    import: '/admin/import',
    'leak audit': '/admin/leak-audit',
    bulletin: '/admin/bulletin',
    'what a member got': '/admin/bulletin/member?address=nobody%40example.org',
    'preview of the Bulletin': '/admin/bulletin/preview',
    'first account': '/admin/create-first-user',
  }),
  '/api/[...slug]': () => ({}),
  '/attachments/[id]': ({ attachments }) => ({
    live: `/attachments/${attachments.live}`,
    'of a draft': `/attachments/${attachments.draft}`,
  }),
  '/blog/[slug]': ({ articles }) => ({
    live: `/blog/${articles.live.slug}`,
    draft: `/blog/${articles.draft.slug}`,
    future: `/blog/${articles.future.slug}`,
  }),
  '/blog/[slug]/opengraph-image': () => 'found on pages',
  '/briefings/[slug]': ({ briefings }) => ({
    live: `/briefings/${briefings.live.slug}`,
    lent: `/briefings/${briefings.lent.slug}`,
    draft: `/briefings/${briefings.draft.slug}`,
    future: `/briefings/${briefings.future.slug}`,
    'taken back': `/briefings/${briefings.takenBack.slug}`,
  }),
  '/briefings/[slug]/citation/[format]': ({ briefings }) => ({
    live: `/briefings/${briefings.live.slug}.ris`,
    'live, BibTeX': `/briefings/${briefings.live.slug}.bib`,
    'live, CSL': `/briefings/${briefings.live.slug}.csl.json`,
    lent: `/briefings/${briefings.lent.slug}.ris`,
    draft: `/briefings/${briefings.draft.slug}.ris`,
    future: `/briefings/${briefings.future.slug}/citation/ris`,
  }),
  '/briefings/[slug]/pictures/[id]': ({ briefings, attachments }) => ({
    live: `/briefings/${briefings.live.slug}/pictures/${attachments.figure}`,
    draft: `/briefings/${briefings.draft.slug}/pictures/${attachments.figure}`,
    future: `/briefings/${briefings.future.slug}/pictures/${attachments.figure}`,
    'a file that is no picture': `/briefings/${briefings.live.slug}/pictures/${attachments.live}`,
  }),
  '/briefings/[slug]/word': ({ briefings }) => ({
    live: `/briefings/${briefings.live.slug}/word`,
    lent: `/briefings/${briefings.lent.slug}/word`,
    draft: `/briefings/${briefings.draft.slug}/word`,
    future: `/briefings/${briefings.future.slug}/word`,
    'taken back': `/briefings/${briefings.takenBack.slug}/word`,
  }),
  '/briefings/[slug]/opengraph-image': () => 'found on pages',
  '/bulletin/[key]': ({ issue }) => ({
    sent: `/bulletin/${issue}`,
    'no issue': '/bulletin/1999-01-01',
  }),
  '/account/address/[side]/[token]': () => ({
    'nobody’s': `/account/address/new/${NOBODYS}`,
    'no side': `/account/address/nowhere/${NOBODYS}`,
  }),
  '/account/confirm/[token]': () => ({ 'nobody’s': `/account/confirm/${NOBODYS}` }),
  '/briefings/[slug]/send': ({ briefings }) => ({
    live: `/briefings/${briefings.live.slug}/send`,
    draft: `/briefings/${briefings.draft.slug}/send`,
  }),
  '/colleague/[token]': ({ tokens }) => ({
    'nobody’s': `/colleague/${NOBODYS}`,
    'not pressed yet': `/colleague/${tokens.colleague}`,
  }),
  '/join/confirm/[token]': () => ({ 'nobody’s': `/join/confirm/${NOBODYS}` }),
  '/bulletin/confirm/[token]': () => ({ 'nobody’s': `/bulletin/confirm/${NOBODYS}` }),
  '/bulletin/confirm/[token]/answer': () => ({ 'nobody’s': `/bulletin/confirm/${NOBODYS}/answer` }),
  '/bulletin/preferences/[token]/change': () => ({
    'nobody’s': `/bulletin/preferences/${NOBODYS}/change`,
  }),
  '/bulletin/preferences/[token]': ({ tokens }) => ({
    'nobody’s': `/bulletin/preferences/${NOBODYS}`,
    'of a lapsed member': `/bulletin/preferences/${tokens.preferences}`,
  }),
  '/preview/[id]/[reader]': ({ briefings }) => ({
    'a draft for members': `/preview/${briefings.draft.id}/member`,
    'a draft for visitors': `/preview/${briefings.draft.id}/visitor`,
    'no such reader': `/preview/${briefings.draft.id}/nobody`,
  }),
  '/review/[token]': () => ({ 'nobody’s': `/review/${NOBODYS}` }),
  '/review/[token]/pictures/[id]': ({ attachments }) => ({
    'nobody’s': `/review/${NOBODYS}/pictures/${attachments.figure}`,
  }),
  '/review/[token]/comment': () => ({ 'nobody’s': `/review/${NOBODYS}/comment` }),
  '/officers/[slug]': ({ slugs }) => ({ live: `/officers/${slugs.officer}` }),
  '/series/[slug]': ({ slugs }) => ({ live: `/series/${slugs.series}` }),
  '/sign-in/[token]': ({ tokens }) => ({
    'nobody’s': `/sign-in/${NOBODYS}`,
    'of a lapsed member': `/sign-in/${tokens.signIn}`,
  }),
  '/topics/[slug]': ({ slugs }) => ({ live: `/topics/${slugs.topic}` }),
  '/topics/[slug]/feed.xml': ({ slugs }) => ({ live: `/topics/${slugs.topic}/feed.xml` }),
  '/u/[token]': ({ tokens }) => ({
    'nobody’s': `/u/${NOBODYS}`,
    'of a lapsed member': `/u/${tokens.preferences}`,
  }),
}

/** Fixed routes that are worth asking more of than their bare address. */
export const MORE_OF: Readonly<Record<string, Examples>> = {
  '/': { search: '/?q=evidence' },
  '/api/search': { all: '/api/search?pageSize=50', newest: '/api/search?sort=newest&pageSize=50' },
  '/api/suggest': { begun: '/api/suggest?q=zq' },
  '/api/archive': { all: '/api/archive?pageSize=50' },
  '/api/synonym-effect': { asked: '/api/synonym-effect?words=zq' },
  '/briefings': { all: '/briefings?pageSize=50', newest: '/briefings?sort=newest&q=zq' },
  '/account/saved-searches/new': { asked: '/account/saved-searches/new?search=q%3Dhousing' },
  '/sign-in': { 'second step': '/sign-in?step=code&next=%2Faccount' },
}
