import type { ReactNode } from 'react'
import { palette, sans, serif } from '../mail/palette'
import { Paragraph, Quiet, TextLink } from '../mail/parts'
import type { BulletinEntry } from './bulletin-view'
import { CHANGE_LABEL, furtherFactsOf, kindOf, NOTE_LABEL } from './wording'

/** Of a briefing, an article or a search's finds: one below whatever stands over it. */
export type EntryLevel = 3 | 4

type TitleProps = {
  readonly level?: EntryLevel
  readonly href: string
  readonly children: ReactNode
}

export const Title = ({ level = 3, href, children }: TitleProps) => {
  const Tag = `h${level}` as const
  return (
    <Tag
      className="ink"
      style={{ margin: '20px 0 4px', font: `bold 20px/1.3 ${serif}`, color: palette.ink }}
    >
      <TextLink href={href}>{children}</TextLink>
    </Tag>
  )
}

/** A topic, or one of the mail's other parts. In ink: readers look for it first. */
export const SectionHeading = ({ children }: { readonly children: ReactNode }) => (
  <h2
    className="ink rule"
    style={{
      margin: '32px 0 8px',
      paddingTop: '12px',
      borderTop: `1px solid ${palette.rule}`,
      font: `bold 16px/1.5 ${sans}`,
      color: palette.ink,
    }}
  >
    {children}
  </h2>
)

type LabelledProps = { readonly label: string; readonly words: string | null }

const Labelled = ({ label, words }: LabelledProps) =>
  words === null ? null : (
    <Paragraph>
      <strong>{label}</strong> {words}
    </Paragraph>
  )

type EntryProps = { readonly entry: BulletinEntry; readonly level?: EntryLevel }

export const Entry = ({ entry, level }: EntryProps) => (
  <>
    <Title level={level} href={entry.url}>
      {entry.title}
    </Title>
    <Quiet>
      {entry.isUpdate ? <strong>{kindOf(entry)}</strong> : kindOf(entry)}
      {furtherFactsOf(entry)}
    </Quiet>
    <Labelled label={NOTE_LABEL} words={entry.note} />
    <Paragraph>{entry.summary}</Paragraph>
    <Labelled label={CHANGE_LABEL} words={entry.changeNote} />
  </>
)

type SectionProps = { readonly heading: string; readonly entries: readonly BulletinEntry[] }

export const Section = ({ heading, entries }: SectionProps) => (
  <>
    <SectionHeading>{heading}</SectionHeading>
    {entries.map((entry) => (
      <Entry key={entry.url} entry={entry} />
    ))}
  </>
)
