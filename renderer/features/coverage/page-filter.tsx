import { FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import { pageClassesOf } from '../../../shared/contract/page-rules.ts'
import { useFormat } from '../../format/format-context.tsx'
import { OptionList } from '../../kit/option-list.tsx'
import { PopoverButton } from '../../kit/popover-button.tsx'
import { formatPages, parsePages, type PageChoice } from './page-choice.ts'
import type { Overview } from './report.ts'

interface PageFilterProps {
  readonly overview: Overview
  readonly pages: PageChoice
  readonly onChange: (pages: PageChoice) => void
}

/** Chooses the class of pages of which visitors are shown; nothing where there are no rules. */
export function PageFilter({ overview, pages, onChange }: PageFilterProps): ReactNode {
  const t = useFormat().texts.filters
  const classes = [...pageClassesOf(overview.settings.pageRules).keys()]
  if (classes.length === 0) return null
  return (
    <PopoverButton
      name={t.pages}
      value={pages.kind === 'class' ? pages.name : pages.kind === 'other' ? t.otherPages : t.allPages}
      isName={pages.kind === 'class'}
      icon={<FileText size={14} aria-hidden />}
    >
      {(close) => (
        <OptionList
          name={t.pages}
          options={[
            { id: formatPages({ kind: 'all' }), label: t.allPages },
            ...classes.map((name) => ({ id: formatPages({ kind: 'class', name }), label: name, isName: true })),
            { id: formatPages({ kind: 'other' }), label: t.otherPages },
          ]}
          selected={formatPages(pages)}
          onSelect={(id) => {
            close()
            onChange(parsePages(id))
          }}
        />
      )}
    </PopoverButton>
  )
}
