import type { ReactNode } from 'react'
import type { Said } from './words'

/** What the last press did, or why it did nothing. */
export const Notice = ({ said }: { readonly said: Said | null }) =>
  said ? (
    <p
      className={`signpost-notice${said.isFault ? ' signpost-notice--fault' : ''}`}
      role={said.isFault ? 'alert' : 'status'}
    >
      {said.words}
    </p>
  ) : null

type PartProps = { readonly title: string; readonly id?: string; readonly children: ReactNode }

export const Part = ({ title, id, children }: PartProps) => (
  <section className="signpost-bulletin__part" id={id}>
    <h2>{title}</h2>
    {children}
  </section>
)

type DoProps = {
  readonly what: string
  readonly issueKey: string
  readonly page?: 'issue' | undefined
  readonly children: ReactNode
}

/** A form for one act of an editor. It works without JavaScript, and leads back to its page. */
export const Do = ({ what, issueKey, page, children }: DoProps) => (
  <form method="post" action="/api/bulletin-desk" className="signpost-do">
    <input type="hidden" name="do" value={what} />
    <input type="hidden" name="issue" value={issueKey} />
    {page ? <input type="hidden" name="page" value={page} /> : null}
    {children}
  </form>
)

type FieldProps = {
  readonly label: string
  readonly name: string
  readonly id: string
  readonly type?: string
  readonly value?: string
  readonly required?: boolean
  readonly maxLength?: number
}

export const Field = ({ label, name, id, type = 'text', value = '', ...rest }: FieldProps) => (
  <p className="signpost-field">
    <label htmlFor={id}>{label}</label>
    <input id={id} name={name} type={type} defaultValue={value} {...rest} />
  </p>
)
