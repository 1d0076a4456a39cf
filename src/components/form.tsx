import type { HTMLInputTypeAttribute, InputHTMLAttributes, ReactNode } from 'react'

export { ErrorSummary } from './error-summary'

type FieldProps = {
  readonly name: string
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong with what was typed, in a sentence. */
  readonly fault?: string
  readonly defaultValue?: string
  readonly autoComplete?: string
  readonly required?: boolean
}

type TextFieldProps = FieldProps & {
  readonly type?: HTMLInputTypeAttribute
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
  readonly maxLength?: number
  /** Where the page is there for this field alone. */
  readonly autoFocus?: boolean
}

const FRAME = 'w-full rounded-sm border bg-raised px-3 py-2 font-sans text-base text-ink'
const edge = (fault?: string) => (fault ? 'border-2 border-error' : 'border-edge')

const describedBy = (name: string, hint?: ReactNode, fault?: string): string | undefined =>
  [hint ? `${name}-hint` : '', fault ? `${name}-fault` : ''].filter(Boolean).join(' ') || undefined

type NotesProps = Pick<FieldProps, 'name' | 'hint' | 'fault'>

const Notes = ({ name, hint, fault }: NotesProps) => (
  <>
    {hint ? (
      <div id={`${name}-hint`} className="mb-1.5 text-quiet">
        {hint}
      </div>
    ) : null}
    {fault ? (
      <p id={`${name}-fault`} className="mb-1.5 font-semibold text-error">
        <span className="sr-only">Error: </span>
        {fault}
      </p>
    ) : null}
  </>
)

const Labelled = ({ name, label, required, ...notes }: FieldProps & { children?: ReactNode }) => (
  <>
    <label htmlFor={name} className="mb-1 block font-semibold">
      {label}
      {required === false ? <span className="font-normal text-quiet"> (optional)</span> : null}
    </label>
    <Notes name={name} {...notes} />
  </>
)

/** One line of text with its label, hint and fault. `required={false}` says “(optional)”. */
export const TextField = ({
  type = 'text',
  inputMode,
  maxLength,
  autoFocus,
  ...field
}: TextFieldProps) => (
  <div className="mb-6 font-sans text-ui">
    <Labelled {...field} />
    <input
      id={field.name}
      name={field.name}
      type={type}
      inputMode={inputMode}
      maxLength={maxLength}
      autoFocus={autoFocus}
      defaultValue={field.defaultValue}
      autoComplete={field.autoComplete}
      aria-required={field.required || undefined}
      aria-invalid={field.fault ? true : undefined}
      aria-describedby={describedBy(field.name, field.hint, field.fault)}
      className={`${FRAME} min-h-[44px] ${edge(field.fault)}`}
    />
  </div>
)

export const TextArea = ({ rows = 6, ...field }: FieldProps & { readonly rows?: number }) => (
  <div className="mb-6 font-sans text-ui">
    <Labelled {...field} />
    <textarea
      id={field.name}
      name={field.name}
      rows={rows}
      defaultValue={field.defaultValue}
      autoComplete={field.autoComplete}
      aria-required={field.required || undefined}
      aria-invalid={field.fault ? true : undefined}
      aria-describedby={describedBy(field.name, field.hint, field.fault)}
      className={`${FRAME} ${edge(field.fault)}`}
    />
  </div>
)

export type Choice = {
  readonly value: string
  readonly label: string
  readonly hint?: string
  /** How deep the choice stands in a tree, from 0. */
  readonly level?: number
}

type GroupProps = {
  readonly name: string
  readonly legend: string
  readonly options: readonly Choice[]
  readonly hint?: ReactNode
  readonly fault?: string
}

type ChoiceGroupProps = GroupProps & {
  readonly type: 'checkbox' | 'radio'
  readonly chosen: readonly string[]
}

const isTree = (options: readonly Choice[]) => options.some(({ level }) => (level ?? 0) > 0)

/** The choices, each top one with those that stand below it. */
function inTrees(options: readonly Choice[]): Choice[][] {
  const trees: Choice[][] = []
  for (const option of options) {
    if ((option.level ?? 0) === 0 || trees.length === 0) trees.push([])
    trees.at(-1)?.push(option)
  }
  return trees
}

type OptionProps = {
  readonly type: 'checkbox' | 'radio'
  readonly name: string
  readonly option: Choice
  /** The first carries the group's name as its id, for links from the summary of faults. */
  readonly isFirst: boolean
  readonly isChosen: boolean
}

const DEEPEST_INDENT = 'ps-28'
const INDENTS = ['', 'ps-7', 'ps-14', 'ps-21']

const Option = ({ type, name, option, isFirst, isChosen }: OptionProps) => (
  <label
    className={`flex min-h-[44px] items-start gap-3 py-2 ${INDENTS[option.level ?? 0] ?? DEEPEST_INDENT}`}
  >
    <input
      type={type}
      name={name}
      id={isFirst ? name : undefined}
      value={option.value}
      defaultChecked={isChosen}
      className="mt-0.5 size-5 shrink-0 accent-accent"
    />
    <span>
      {option.label}
      {option.hint ? <span className="block text-sm text-quiet">{option.hint}</span> : null}
    </span>
  </label>
)

const ChoiceGroup = ({ type, name, legend, options, chosen, hint, fault }: ChoiceGroupProps) => (
  <fieldset
    className="mb-6 font-sans text-ui"
    aria-describedby={describedBy(name, hint, fault)}
    aria-invalid={fault ? true : undefined}
  >
    <legend className="mb-1 font-semibold">{legend}</legend>
    <Notes name={name} hint={hint} fault={fault} />
    <div className={isTree(options) ? 'gap-x-10 sm:columns-2' : undefined}>
      {inTrees(options).map((tree) => (
        <div key={tree[0]?.value} className="break-inside-avoid">
          {tree.map((option) => (
            <Option
              key={option.value}
              type={type}
              name={name}
              option={option}
              isFirst={option === options[0]}
              isChosen={chosen.includes(option.value)}
            />
          ))}
        </div>
      ))}
    </div>
  </fieldset>
)

export const CheckboxGroup = (group: GroupProps & { readonly chosen: readonly string[] }) => (
  <ChoiceGroup type="checkbox" {...group} />
)

export const RadioGroup = ({ chosen, ...group }: GroupProps & { readonly chosen?: string }) => (
  <ChoiceGroup type="radio" chosen={chosen === undefined ? [] : [chosen]} {...group} />
)

export const HONEYPOT_FIELD = 'website'

/** A field people never see or fill in. Whoever does is a machine. */
export const Honeypot = () => (
  <div aria-hidden="true" className="absolute -left-[9999px] h-px w-px overflow-hidden">
    <label htmlFor={HONEYPOT_FIELD}>Leave this empty</label>
    <input
      id={HONEYPOT_FIELD}
      name={HONEYPOT_FIELD}
      type="text"
      tabIndex={-1}
      autoComplete="off"
      defaultValue=""
    />
  </div>
)
