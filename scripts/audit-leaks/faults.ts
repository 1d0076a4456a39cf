/** A change of one file: what stands there, and what stands there in the copy that has the fault. */
export type Edit = { readonly file: string; readonly find: string; readonly replace: string }

export type Fault = {
  readonly name: string
  readonly says: string
  readonly edits: readonly Edit[]
}

const when = (...names: string[]): string =>
  `${JSON.stringify(names)}.includes(process.env.SIGNPOST_FAULT ?? '')`

const edit = (file: string, find: string, replace: string): Edit => ({ file, find, replace })

const PAGE = 'src/app/(site)/briefings/[slug]/page.tsx'
const RULES = 'src/access/rules.ts'
const ATTACHMENT = 'src/briefings/open-attachment.ts'

/** Opened by several faults: Payload’s own routes, which the list keeps shut, stand open. */
const OPEN_DOOR = edit(
  'src/app/rest-doors.ts',
  'const isOpen = (method: string, path: string): boolean =>\n',
  `const isOpen = (method: string, path: string): boolean =>\n  ${when('door', 'where', 'versions', 'select')} ||\n`,
)

const NO_GUARD = edit(
  'src/access/guard-queries.ts',
  'if (isOurOwn || ',
  `if (${when('where', 'select')} || isOurOwn || `,
)

/**
 * Faults such as have been made elsewhere, each in one place or two. All stand in one copy of the site, and one at a time
 * is switched on there: nothing of this is in the site that is served.
 */
export const FAULTS: readonly Fault[] = [
  {
    name: 'rule',
    says: 'an access rule opened: a membership that has ended counts as running',
    edits: [
      edit(
        'src/access/has-membership.ts',
        "return status === 'running' ||",
        `return ${when('rule')} || status === 'running' ||`,
      ),
    ],
  },
  { name: 'door', says: 'Payload’s generic routes open to everybody', edits: [OPEN_DOOR] },
  { name: 'where', says: 'an unguarded where: queries ask what they like', edits: [NO_GUARD] },
  {
    name: 'select',
    says: 'a select leak: a field’s rule looks at a part of the document that a query can leave out',
    edits: [
      edit(
        RULES,
        'export const activeMembersRead: FieldAccess = ({ req }) => ',
        `export const activeMembersRead: FieldAccess = ({ req, doc }) =>\n  (${when('select')} && (doc as { slug?: string } | undefined)?.slug === undefined) || `,
      ),
    ],
  },
  {
    name: 'versions',
    says: 'versions open: what was saved as a draft can be read by everybody',
    edits: [
      edit(
        'collections/briefings/index.ts',
        'readVersions: staffOnly',
        `readVersions: (args) => ${when('versions')} || staffOnly(args)`,
      ),
    ],
  },
  {
    name: 'cache',
    says: 'a cached member page: what one member read is served to whoever comes next',
    edits: [
      edit(
        PAGE,
        'const reading = cache(async (slug: string) =>\n  readBriefing({',
        `const keptPages = new Map<string, Awaited<ReturnType<typeof readBriefing>>>()\nasync function keep(slug: string, reading: ReturnType<typeof readBriefing>) {\n  const read = await reading\n  if (${when('cache')} && read.kind === 'full') keptPages.set(slug, read)\n  return keptPages.get(slug) ?? read\n}\n\nconst reading = cache(async (slug: string) =>\n  keep(slug, readBriefing({`,
      ),
      edit(
        PAGE,
        'now: new Date(),\n  }),\n)\n\nasync function',
        'now: new Date(),\n  })),\n)\n\nasync function',
      ),
    ],
  },
  {
    name: 'pass',
    says: 'a pass to one briefing that opens them all',
    edits: [
      edit(
        'src/access/colleague-pass.ts',
        'of === briefingId &&',
        `(${when('pass')} || of === briefingId) &&`,
      ),
    ],
  },
  {
    name: 'metadata',
    says: 'a body in metadata: the description is the first of the key points',
    edits: [
      edit(
        PAGE,
        'description: summary,\n    alternates',
        `description: ${when('metadata')} ? (await (await thePayload()).find({ collection: 'briefings', overrideAccess: true, where: { slug: { equals: (await params).slug } }, limit: 1 })).docs[0]?.keyPoints?.[0]?.text : summary,\n    alternates`,
      ),
    ],
  },
  {
    name: 'attachment',
    says: 'a public attachment: whoever knows the address gets the file',
    edits: [
      edit(
        ATTACHMENT,
        'if (!readsMemberText(viewer))',
        `if (!${when('attachment')} && !readsMemberText(viewer))`,
      ),
      edit(
        ATTACHMENT,
        'overrideAccess: false,\n    depth: 0',
        `overrideAccess: ${when('attachment')},\n    depth: 0`,
      ),
    ],
  },
  {
    name: 'draft',
    says: 'drafts among what is published',
    edits: [
      edit(
        RULES,
        "_status: { equals: 'published' },",
        `...(${when('draft')} ? {} : { _status: { equals: 'published' } }),`,
      ),
    ],
  },
  {
    name: 'future',
    says: 'what is for a later day among what is published',
    edits: [
      edit(
        RULES,
        'publishedAt: { less_than_equal: now(req).toISOString() },',
        `...(${when('future')} ? {} : { publishedAt: { less_than_equal: now(req).toISOString() } }),`,
      ),
    ],
  },
  {
    name: 'search',
    says: 'one index for all: visitors are answered from that of members',
    edits: [
      edit(
        'src/access/viewer.ts',
        "readsMemberText(viewer) ? 'members'",
        `${when('search')} || readsMemberText(viewer) ? 'members'`,
      ),
    ],
  },
  {
    name: 'account',
    says: 'a sign-in that tells who has an account',
    edits: [
      edit(
        'src/app/staff-door.ts',
        '    return refused()\n  }\n  const answer',
        `    return ${when('account')} ? wait(1) : refused()\n  }\n  const answer`,
      ),
    ],
  },
]
