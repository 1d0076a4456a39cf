'use client'

import { useState } from 'react'
import type { Choice, PlannedSource } from '@/sources/add-sources'
import { LIKENESS_IN_WORDS } from '@/sources/same-source'
import type { Plan } from './add-sources-form'

const CHOICES: Readonly<Record<Choice, string>> = {
  keep: 'Keep the one we have',
  merge: 'Fill in what ours lacks',
  add: 'Add it as another source',
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  authors: 'authors',
  publisher: 'publisher',
  year: 'year',
  url: 'web address',
  doi: 'DOI',
}

const factsOf = ({ source }: PlannedSource): string =>
  [source.authors.join('; '), source.year, source.publisher, source.doi ?? source.url]
    .filter(Boolean)
    .join(' · ')

type LineProps = {
  readonly planned: PlannedSource
  readonly choice: Choice
  readonly onChoose: (choice: Choice) => void
}

function Likely({ planned, choice, onChoose }: LineProps) {
  const { like, fills, place } = planned
  if (!like) return null
  const offered = Object.keys(CHOICES).filter((one) => one !== 'merge' || fills.length > 0)
  return (
    <fieldset>
      <legend>
        {like.id ? 'Perhaps we have it already' : 'Perhaps it stands above already'}:{' '}
        {LIKENESS_IN_WORDS[like.by]} as{' '}
        {like.id ? <a href={`/admin/collections/sources/${like.id}`}>{like.title}</a> : like.title}
      </legend>
      {(offered as Choice[]).map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={`choice-${place}`}
            checked={choice === one}
            onChange={() => {
              onChoose(one)
            }}
          />{' '}
          {CHOICES[one]}
          {one === 'merge' ? ` (${fills.map((name) => FIELD_NAMES[name]).join(', ')})` : ''}
        </label>
      ))}
    </fieldset>
  )
}

type PlannedSourcesProps = {
  readonly plan: Plan
  readonly isBusy: boolean
  readonly onAdd: (choices: Readonly<Record<string, Choice>>) => void
}

/** What a text would add, what seems to be there already, and what in it could not be read. */
export function PlannedSources({ plan, isBusy, onAdd }: PlannedSourcesProps) {
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const chosen = (place: number): Choice => choices[String(place)] ?? 'keep'
  const toAdd = plan.planned.filter(({ like, place }) => !like || chosen(place) === 'add').length
  const toFill = plan.planned.filter(({ like, place }) => like && chosen(place) === 'merge').length
  return (
    <section aria-labelledby="planned-sources">
      <h2 id="planned-sources">What would be added</h2>
      {plan.leftOut.length > 0 ? (
        <div className="signpost-notice">
          <p>
            <strong>To be mended by you:</strong>
          </p>
          <ul>
            {plan.leftOut.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <ol>
        {plan.planned.map((planned) => (
          <li key={planned.place}>
            <strong>{planned.source.title}</strong>
            <br />
            <span className="signpost-quiet">{factsOf(planned)}</span>
            <Likely
              planned={planned}
              choice={chosen(planned.place)}
              onChoose={(choice) => {
                setChoices({ ...choices, [String(planned.place)]: choice })
              }}
            />
          </li>
        ))}
      </ol>
      <button
        type="button"
        disabled={isBusy || toAdd + toFill === 0}
        onClick={() => {
          onAdd(choices)
        }}
      >
        {toAdd + toFill === 0
          ? 'Nothing to add'
          : `Add ${toAdd}${toFill > 0 ? `, fill in ${toFill}` : ''}`}
      </button>
    </section>
  )
}
