import type { PublicBriefing } from '@/access/to-public-part'
import type { ViewArgs } from '@/bulletin/bulletin-view-of'
import { FOLLOWS_NOTHING } from '@/bulletin/follows'
import type { AnnouncedItem } from '@/bulletin/items'

const siteUrl = 'https://signpost.example'

export const mailSettings: ViewArgs['settings'] & { siteUrl: string } = {
  siteUrl,
  mail: {
    smtpUrl: undefined,
    from: 'Signpost <bulletin@signpost.example>',
    replyTo: 'officers@signpost.example',
    staff: 'officers@signpost.example',
    postalAddress: 'Signpost, 1 High Street, Anytown AN1 1AA',
    listId: 'Signpost weekly Bulletin <bulletin.signpost.example>',
    bounceDomain: 'bounces.signpost.example',
    dkim: null,
    connections: 5,
    limits: { perSecond: undefined, perMinute: undefined, perDay: undefined },
  },
}

const TOPICS = [
  { id: 'housing', slug: 'housing', name: 'Housing' },
  { id: 'crime', slug: 'crime', name: 'Crime' },
  { id: 'young', slug: 'young-people', name: 'Young people' },
]

type Words = Partial<Pick<PublicBriefing, 'title' | 'summary'>>

const SUMMARY = 'What councils did, what it cost and what came of it, from twelve places. '

/** The nth briefing of an issue: every fourth is an update. */
function announced(n: number, words: Words = {}): AnnouncedItem {
  const topics = [TOPICS[n % 3]!, TOPICS[(n + 1) % 3]!]
  return {
    briefingId: `b${n}`,
    edition: n % 4 === 0 ? 2 : 1,
    topicIds: topics.map(({ id }) => id),
    changeNote: n % 4 === 0 ? 'New figures for the year to March, and a case study.' : null,
    publicPart: {
      id: `b${n}`,
      reference: `RB-2026-${String(n).padStart(3, '0')}`,
      slug: `briefing-${n}`,
      url: `/briefings/briefing-${n}`,
      title: `Briefing ${n} on county lines, temporary accommodation and “what works”`,
      summary: SUMMARY.repeat(3),
      type: 'briefing',
      series: null,
      topics,
      nations: ['england', 'wales'],
      authors: [],
      publishedAt: '2026-11-25T09:00:00.000Z',
      updatedAt: null,
      readingMinutes: n,
      holds: { headings: 6, caseStudies: 2, sources: 30 },
      ...words,
    },
  }
}

const issue: ViewArgs['issue'] = {
  key: 'weekly:2026-11-27',
  slotAt: '2026-11-27T07:30:00.000Z',
  frozenAt: '2026-11-27T07:30:00.000Z',
}

const mailOf = (items: readonly AnnouncedItem[], others: Partial<ViewArgs> = {}): ViewArgs => ({
  issue,
  chosen: { items, carried: [], found: [], foundBy: new Map() },
  topics: TOPICS.map(({ id, name }) => ({ id, name })),
  follows: FOLLOWS_NOTHING,
  settings: mailSettings,
  ...others,
})

const many = (count: number, words?: Words) =>
  Array.from({ length: count }, (_, n) => announced(n + 1, words))

const LONG_WORD = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'

const rents = announced(3, {
  title: 'Renters’ rights: what tenants ask first',
  summary:
    'What advisers hear in the first call, which questions come back, and how four councils answer them in writing.',
})
const starters = announced(1, {
  title: 'County lines: what schools notice before anybody else',
  summary:
    'How teachers in three towns describe the first signs, whom they told, and what was done about it by the end of term.',
})
const leases = announced(12, {
  title: 'Temporary accommodation: leases, costs and children',
  summary:
    'Who pays for what, how long families stay, and what changes when a council leases homes itself.',
})
const arrears = announced(24, {
  title: 'Rent arrears: the letter that gets an answer',
  summary: 'Five letters that councils send, side by side, and what their readers said of them.',
})

const FOUND = [
  'Rent officers in Wales',
  'Student rents and the second year',
  'Rents in rural Gwynedd',
  'Letting boards and their limits',
  'Deposits: who holds what',
  'Rent pressure, street by street',
  'Lodgers and the spare room',
  'Rents after a fire',
].map((title, n) =>
  announced(30 + n, { title, summary: `${title}: what is known, and from whom.` }),
)

const ARTICLES = [
  'A week in Bangor',
  'What a housing desk looks like at eight in the morning',
  'Three questions we could not answer',
  'On reading a lease aloud',
  'The far end of the line',
  'Notes from a waiting room',
  'Why we date everything',
  'A word on maps',
]

const everyPart: ViewArgs = {
  ...mailOf([rents, starters, leases]),
  issue: {
    ...issue,
    introduction:
      'Three things to read before the Budget debate.\n\nIf you have four minutes, begin with the one on schools.',
    editing: {
      notes: { 'b1/1': 'For those new to the subject, and for governors.' },
      showsChangeNotes: true,
      coming: [
        { date: '2026-12-08', text: 'The Housing Bill is read a third time in the Lords' },
        {
          date: '2026-12-10',
          text: 'Figures on rough sleeping',
          url: 'https://stats.example/rough',
        },
      ],
    },
    articles: ARTICLES.map((title, n) => ({
      id: `a${n}`,
      title,
      summary: 'An officer’s notes from a week of visits.',
      url: `/blog/article-${n + 1}`,
      topicIds: n === 7 ? ['elsewhere'] : [],
    })),
  },
  chosen: {
    items: [rents, starters, leases],
    carried: [arrears],
    found: [{ name: 'Rents in Wales', path: '/briefings?q=rents', items: FOUND }],
    foundBy: new Map([
      ['b3', ['Rents in Wales', 'Bangor', 'Cost of living']],
      ['b30', ['Rents in Wales', 'Bangor']],
    ]),
  },
}

/** Mails of every kind that a reader may get, by what is peculiar to each. */
export const BULLETIN_MAILS: Readonly<Record<string, ViewArgs>> = {
  'nothing at all': mailOf([]),
  'one briefing': mailOf(many(1)),
  'twelve briefings': mailOf(many(12)),
  'eighty briefings': mailOf(many(80)),
  'eighty briefings with the longest titles and summaries': mailOf(
    many(80, {
      title: 'Tai fforddiadwy & “ŵyl” '.repeat(8),
      summary: '“Costau byw” <ŷ> '.repeat(58),
    }),
  ),
  'a word wider than a telephone': mailOf(
    many(2, { title: `Homes in ${LONG_WORD}`, summary: `${LONG_WORD.repeat(3)} has none.` }),
  ),
  'Welsh letters': mailOf(
    many(2, { title: 'Cymorth i’r digartref: ŵy, tŷ, gŵyl, môr, llên', summary: 'Â ê î ô û ŵ ŷ.' }),
  ),
  'a script in a title': mailOf(
    many(2, { title: '<script>alert(1)</script>', summary: '<img src=x onerror=alert(1)> {{x}}' }),
  ),
  'a quotation from right to left': mailOf(
    many(2, {
      title: 'What “البيت أولا” and “דיור תחילה” mean here',
      summary: 'مدينة عربية \u202eturned round',
    }),
  ),
  'every part a mail may have': everyPart,
}
