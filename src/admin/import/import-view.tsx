import type { AdminViewServerProps } from 'payload'
import { Frame, mayEdit } from '../bulletin/frame'
import { staffAt } from '../desk-page'
import { ImportForm } from './import-form'

/** Brings an archive in: a try first, then in earnest. For editors. */
export function ImportView(props: AdminViewServerProps) {
  const staff = staffAt(props, 'import')
  return (
    <Frame {...props}>
      <h1>Bring an archive in</h1>
      {mayEdit(staff) ? (
        <>
          <p className="signpost-lead">
            A file of briefings from another system, or Word, HTML and Markdown documents.
          </p>
          <ul>
            <li>
              A file of briefings (<code>.jsonl</code>, one a line) adds them or brings them up to
              date. The same file again changes nothing, and the Bulletin announces none of it.
            </li>
            <li>
              A document, or a zip of up to 500, becomes drafts for officers to look over. One whose
              briefing is here already is left alone.
            </li>
            <li>At most 50 MB at once. More goes by the command.</li>
          </ul>
          <ImportForm />
        </>
      ) : (
        <p>Only an editor can bring an archive in.</p>
      )}
    </Frame>
  )
}
