declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      readonly chain: (
        text: string,
        options: { readonly forceType: string; readonly generateGraph: false },
      ) => unknown[]
    }
    readonly output: {
      readonly format: (name: 'bibtex' | 'ris', records: unknown[]) => string
    }
  }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
