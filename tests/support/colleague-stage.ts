import path from 'node:path'
import { visitor } from '@/access/viewer'
import { openAttachment } from '@/briefings/open-attachment'
import { readBriefing } from '@/briefings/read-briefing'
import { pressPass } from '@/members/colleague/press-pass'
import { passesOfBrowser } from '@/members/colleague/read-passes'
import { sendToColleague } from '@/members/colleague/send-to-colleague'
import type { Member, Organisation } from '@/payload-types'
import { lexicalBody } from './lexical'
import { openOrganisationStage, type OrganisationStage } from './organisation-stage'

/** Stands in the text of every briefing of the stage, and nowhere else. */
export const MARK = 'quokkaprivate'
const PDF = Buffer.from('%PDF-1.4\nxref\ntrailer\nstartxref\n%%EOF\n')

async function publish({ payload }: OrganisationStage, title: string, attachmentId: string) {
  return payload.create({
    collection: 'briefings',
    overrideAccess: true,
    data: {
      title,
      slug: title.toLowerCase(),
      summary: `What ${title} are about.`,
      type: 'briefing',
      keyPoints: [{ text: `${MARK} of ${title}` }],
      body: lexicalBody(`Officers found ${MARK} of ${title} in the records.`),
      attachments: [attachmentId],
      _status: 'published',
      publishedAt: '2026-01-01T09:00:00Z',
    },
  })
}

export type ColleagueStage = Awaited<ReturnType<typeof openColleagueStage>>

/** A stage for organisations with two briefings, `rents` and `buses`, that have a file in common. */
export async function openColleagueStage(now: Date) {
  const stage = await openOrganisationStage()
  const { payload } = stage
  const { id: attachmentId } = await payload.create({
    collection: 'attachments',
    overrideAccess: true,
    data: { title: 'Toolkit' },
    file: { data: PDF, mimetype: 'application/pdf', name: 'toolkit.pdf', size: PDF.length },
  })
  const rents = await publish(stage, 'Rents', attachmentId)
  const buses = await publish(stage, 'Buses', attachmentId)

  const readMember = (id: string): Promise<Member> =>
    payload.findByID({ collection: 'members', id, overrideAccess: true, depth: 1 })

  /** Ana, a member, and Ben, who has an address of the same organisation and no account. */
  async function sender(wish: Partial<Organisation> = {}) {
    const council = await stage.organisation(wish)
    const { id } = await stage.member(council, 'Ana', { email: `ana@${council.domains![0]!}` })
    const member = await readMember(id)
    const colleague = `ben@${council.domains![0]!}`
    const send = (email: string, at = now) =>
      sendToColleague({ payload, member, briefingId: rents.id, email, now: at })
    return { council, member, colleague, send }
  }

  /** Sends, reads the mail and presses its button. `browserToken` is what the browser holds then. */
  async function lent(wish: Partial<Organisation> = {}) {
    const from = await sender(wish)
    await from.send(from.colleague)
    await stage.deliver(now)
    const by = { payload, token: stage.linkTo(from.colleague, '/colleague'), now }
    const answer = await pressPass(by)
    return { ...from, by, browserToken: answer.kind === 'opened' ? answer.browserToken : '' }
  }

  const passesIn = (browserToken: string, at = now) =>
    passesOfBrowser({ payload, tokens: [browserToken], now: at })

  /** What a browser is shown of a briefing. */
  async function reads(browserToken: string, slug: string, at = now) {
    const passes = await passesIn(browserToken, at)
    const read = await readBriefing({ payload, slug, viewer: visitor, passes, now: at })
    return { kind: read.kind, hasMemberText: JSON.stringify(read).includes(MARK), read }
  }

  const opens = (id: string) =>
    openAttachment({
      payload,
      id,
      viewer: visitor,
      folder: path.join(stage.dataDir, 'uploads', 'attachments'),
      now,
    })

  return { ...stage, rents, buses, attachmentId, sender, lent, passesIn, reads, opens }
}
