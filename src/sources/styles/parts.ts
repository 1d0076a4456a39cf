/** CSL 1.0.2, as far as reference lists of policy briefings need it (docs/decisions/016-references.md). */
export const cslStyle = (title: string, bibliography: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>${title}</title><id>${title}</id><updated>2026-11-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout>${bibliography}</layout></bibliography>
</style>`

/** Who wrote it, or the body that published it. */
export const authors = (nameOptions: string, suffix = ''): string =>
  `<names variable="author" suffix="${suffix}">
    <name ${nameOptions}/>
    <substitute><text variable="publisher"/><text value="No author"/></substitute>
  </names>`

export const year = (prefix: string, suffix: string): string =>
  `<choose>
    <if variable="issued">
      <date variable="issued" prefix="${prefix}" suffix="${suffix}"><date-part name="year"/></date>
    </if>
    <else><text value="no date" prefix="${prefix}" suffix="${suffix}"/></else>
  </choose>`

/** The DOI where there is one, else the address. */
export const address = (beforeUrl: string): string =>
  `<choose>
    <if variable="DOI"><text variable="DOI" prefix=" https://doi.org/"/></if>
    <else-if variable="URL"><text variable="URL" prefix="${beforeUrl}"/></else-if>
  </choose>`

export const accessed = (prefix: string, suffix: string): string =>
  `<date variable="accessed" prefix="${prefix}" suffix="${suffix}" delimiter=" ">
    <date-part name="day"/><date-part name="month"/><date-part name="year"/>
  </date>`
