import { thePayload } from '@/app/payload'
import { currentViewer } from '@/app/viewer'
import type { TitleGroup } from '@/briefings/group-titles'
import { listTitles, type TitleLine } from '@/briefings/list-titles'
import { Page } from '@/components/page'
import { PrintButton } from '@/components/print-button'
import { TitleList } from '@/components/title-list'

type AllBriefingsProps = {
  readonly title: string
  readonly label: string
  readonly other: { readonly href: string; readonly words: string }
  readonly inGroups: (lines: readonly TitleLine[]) => readonly TitleGroup[]
}

/** Every briefing the reader may know of on one page, to look through or to print. */
export async function AllBriefings({ title, label, other, inGroups }: AllBriefingsProps) {
  const lines = await listTitles(await thePayload(), await currentViewer(), new Date())
  return (
    <Page
      title={title}
      lead={
        <>
          {lines.length === 1 ? 'The one briefing' : `All ${lines.length} briefings`} on one page.
          <span className="print:hidden">
            {' '}
            Or see them{' '}
            <a href={other.href} className="plain-link">
              {other.words}
            </a>
            .
          </span>
        </>
      }
      breadcrumbs={[{ href: '/briefings', label: 'Briefings' }]}
      wide
    >
      <TitleList groups={inGroups(lines)} label={label} />
      <div className="print:hidden">
        <PrintButton />
      </div>
    </Page>
  )
}
