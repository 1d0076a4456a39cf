import type { Viewer } from '@/access/viewer'
import { doiLookup } from '@/app/doi-lookup'
import { answerSourcesDesk } from '@/app/sources-desk'
import type { LookUpDoi } from '@/sources/doi'
import { type House, openHouse } from './access-table/house'

export type AskOptions = {
  readonly viewer?: Viewer
  readonly origin?: string
  readonly lookUp?: LookUpDoi
}

type StaffViewer = Extract<Viewer, { kind: 'staff' }>

/** A house whose desk for sources can be asked as its officer and its editor. */
export type SourcesHouse = House & {
  readonly officer: StaffViewer
  readonly editor: StaffViewer
  readonly post: (asked: object, options?: AskOptions) => Promise<Response>
  readonly stored: () => ReturnType<typeof storedIn>
  readonly emptied: () => Promise<void>
}

async function storedIn({ payload }: House) {
  const { docs } = await payload.find({
    collection: 'sources',
    depth: 0,
    pagination: false,
    sort: 'title',
    overrideAccess: true,
  })
  return docs
}

async function viewerOf({ payload, people }: House, role: 'officer' | 'editor') {
  const id = people[role].id ?? ''
  const staff = await payload.findByID({ collection: 'staff', id, overrideAccess: true })
  return { kind: 'staff' as const, staff }
}

export async function openSourcesHouse(): Promise<SourcesHouse> {
  const house = await openHouse()
  const { payload, settings } = house
  const [officer, editor] = [await viewerOf(house, 'officer'), await viewerOf(house, 'editor')]
  return {
    ...house,
    officer,
    editor,
    post: (asked, options = {}) =>
      answerSourcesDesk(
        new Request(`${settings.siteUrl}/api/sources-desk`, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            Origin: options.origin ?? settings.siteUrl,
          },
          body: JSON.stringify(asked),
        }),
        {
          payload,
          siteUrl: settings.siteUrl,
          viewer: options.viewer ?? officer,
          lookUp: options.lookUp ?? doiLookup(null),
          now: new Date(),
        },
      ),
    stored: () => storedIn(house),
    emptied: async () => {
      for (const collection of ['briefings', 'sources'] as const) {
        await payload.delete({ collection, where: {}, overrideAccess: true })
      }
    },
  }
}
