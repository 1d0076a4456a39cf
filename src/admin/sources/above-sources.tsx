/** The way from the list of sources to bringing in many at once. */
export const AboveSources = () => (
  <p className="signpost-sources__way">
    <a href="/admin/add-sources">Add sources from BibTeX, RIS, CSL-JSON or a DOI</a>
  </p>
)
