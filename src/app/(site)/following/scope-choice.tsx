import { SCOPE_LEGEND, SCOPE_WORDS } from '@/bulletin/wording'
import type { Scope } from '@/bulletin/wishes'
import { RadioGroup } from '@/components/form'

const OPTIONS = (['topics', 'followed'] as const).map((value) => ({
  value,
  label: SCOPE_WORDS[value],
}))

/** Whether topics count, or only what is followed. */
export const ScopeChoice = ({ chosen }: { readonly chosen: Scope }) => (
  <RadioGroup name="scope" legend={SCOPE_LEGEND} options={OPTIONS} chosen={chosen} />
)
