import type { AdminViewServerProps } from 'payload'
import { DeskPage, staffAt } from '@/admin/desk-page'
import { settings } from '@/config/settings'
import { AddSourcesForm } from './add-sources-form'

/** Sources brought in from a reference manager: for all staff. */
export function AddSourcesView(props: AdminViewServerProps) {
  staffAt(props, 'add-sources')
  return (
    <DeskPage {...props} className="signpost-sources">
      <h1>Add sources</h1>
      <p>
        From a reference manager or a publisher’s page. You see what would be added before anything
        is. <a href="/admin/collections/sources/create">Add one by hand</a>
      </p>
      <AddSourcesForm looksUpDois={settings().evidence.doiLookup !== null} />
    </DeskPage>
  )
}
