import type { ServerProps } from 'payload'
import { workFor } from './work-for'
import type { Work } from './work'

const GREETINGS = {
  officer: 'Here is what you are writing, what is due, and who has written to us.',
  editor: 'Here is what waits for you to publish, and what the next Bulletin will hold.',
  administrator: 'Here is who needs looking after, and how the service is.',
}

const List = ({ title, tasks, whenEmpty }: Work) => (
  <section className="signpost-desk__list">
    <h2>{title}</h2>
    {tasks.length === 0 && <p className="signpost-desk__quiet">{whenEmpty}</p>}
    {tasks.length > 0 && (
      <ul>
        {tasks.map(({ label, href, note }) => (
          <li key={href}>
            <a href={href}>{label}</a>
            <span className="signpost-desk__quiet">{note}</span>
          </li>
        ))}
      </ul>
    )}
  </section>
)

/** The first thing staff see: what waits for them, by their role. */
export async function Desk({ payload, user }: ServerProps) {
  if (user?.collection !== 'staff') return null
  const lists = await workFor({ payload, staff: user, now: new Date() })
  return (
    <div className="signpost-desk">
      <h1>Welcome, {user.name}</h1>
      <p>{GREETINGS[user.role]}</p>
      <div className="signpost-desk__lists">
        {lists.map((list) => (
          <List key={list.title} {...list} />
        ))}
      </div>
    </div>
  )
}
