import { pageClassesOf, type PageRule } from '../../../shared/contract/page-rules.ts'

/** Of which pages visitors are shown. */
export type PageChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'other' }
  | { readonly kind: 'class'; readonly name: string }

const OTHER = 'other'
const CLASS = 'class:'

export function parsePages(text: string | undefined): PageChoice {
  if (text === OTHER) return { kind: 'other' }
  return text?.startsWith(CLASS) && text.length > CLASS.length
    ? { kind: 'class', name: text.slice(CLASS.length) }
    : { kind: 'all' }
}

/** '' for all pages, which an address need not say. */
export function formatPages(pages: PageChoice): string {
  if (pages.kind === 'all') return ''
  return pages.kind === 'other' ? OTHER : CLASS + pages.name
}

/** As procedures have it: left out for all pages, null for those that no rule names. */
export function pageClassOf(pages: PageChoice): { readonly pageClass?: string | null } {
  if (pages.kind === 'all') return {}
  return { pageClass: pages.kind === 'other' ? null : pages.name }
}

/** The choice as rules allow it: all pages where they have no such class any more. */
export function pagesIn(pages: PageChoice, rules: readonly PageRule[]): PageChoice {
  const classes = pageClassesOf(rules)
  return classes.size === 0 || (pages.kind === 'class' && !classes.has(pages.name)) ? { kind: 'all' } : pages
}
