export type Crumb = { readonly href: string; readonly label: string }

export const Breadcrumbs = ({ trail }: { readonly trail: readonly Crumb[] }) => (
  <nav aria-label="Where you are" className="mb-5 font-sans text-sm print:hidden">
    <ol className="flex flex-wrap gap-x-2">
      {trail.map(({ href, label }, index) => (
        <li key={href} className="flex gap-2">
          {index > 0 ? (
            <span aria-hidden="true" className="py-0.5 text-quiet">
              /
            </span>
          ) : null}
          <a href={href} className="inline-block py-0.5 text-quiet no-underline hover:underline">
            {label}
          </a>
        </li>
      ))}
    </ol>
  </nav>
)
