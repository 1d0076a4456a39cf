import type { AdminViewServerProps } from 'payload'
import { previewForStaff } from '@/bulletin/preview-whole'
import { settings } from '@/config/settings'
import { staffAt } from '../desk-page'
import { askedFor, Frame } from './frame'
import { Field, Part } from './parts'
import { savedFinds } from './saved-finds'

/** The coming issue as a member would get it, or whole: the very HTML, shut off from the desk, and the text beside it. */
export async function PreviewView(props: AdminViewServerProps) {
  staffAt(props, 'bulletin/preview')
  const { payload } = props.initPageResult.req
  const address = askedFor(props.searchParams, 'address').trim()
  const found = await previewForStaff({
    payload,
    settings: settings(),
    findsAmong: savedFinds(payload),
    address: address || undefined,
    now: new Date(),
  })
  const whose = address || 'one who takes every topic'
  return (
    <Frame {...props}>
      <p>
        <a href="/admin/bulletin">Bulletin</a>
      </p>
      <h1>Preview</h1>
      <form action="/admin/bulletin/preview" className="signpost-do signpost-do--line">
        <Field
          label="As this member (empty for the whole issue)"
          id="preview-address"
          name="address"
          type="email"
          value={address}
        />
        <button className="signpost-press">Preview</button>
      </form>
      {found.kind === 'none' ? (
        <p role="status">
          {whose} would get nothing: {found.reason}.
        </p>
      ) : (
        <>
          <p className="signpost-lead">
            What {whose} would get if the issue went out now. Its links to leave the Bulletin are
            nobody’s here.
          </p>
          <p>
            <strong>Subject:</strong> {found.mail.subject}
          </p>
          <Part title="As mail programs show it">
            <iframe
              className="signpost-mail"
              title={`The mail to ${whose}`}
              sandbox=""
              src={`/api/bulletin-desk/preview?${new URLSearchParams({ address }).toString()}`}
            />
          </Part>
          <Part title="As text">
            <pre className="signpost-mail-text" tabIndex={0}>
              {found.mail.text}
            </pre>
          </Part>
        </>
      )}
    </Frame>
  )
}
