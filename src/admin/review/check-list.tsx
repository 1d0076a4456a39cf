import type { Check } from '@/lib/checks/check'
import { FieldLink } from './field-link'

const TITLES: Readonly<Record<Check['weight'], string>> = {
  blocking: 'To be mended first',
  advice: 'Worth another look',
}

function Group({ weight, checks }: { weight: Check['weight']; checks: readonly Check[] }) {
  if (checks.length === 0) return null
  return (
    <div className={`signpost-checks signpost-checks--${weight}`}>
      <h4>
        {TITLES[weight]} ({checks.length})
      </h4>
      <ul>
        {checks.map(({ field, says, mend }, index) => (
          <li key={`${field} ${index} ${says}`}>
            <FieldLink field={field}>{says}</FieldLink>
            {mend ? (
              <>
                {' '}
                <a href={mend.href} className="signpost-checks__mend">
                  {mend.label}
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the checks found in the version that was saved last. What blocks keeps it from being submitted and published. */
export function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  if (checks.length === 0) return <p>The checks found nothing to mend.</p>
  return (
    <>
      {(['blocking', 'advice'] as const).map((weight) => (
        <Group
          key={weight}
          weight={weight}
          checks={checks.filter((check) => check.weight === weight)}
        />
      ))}
    </>
  )
}
