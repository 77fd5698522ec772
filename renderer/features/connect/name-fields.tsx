import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { TextField } from '../../components/fields.tsx'
import { MAPPED_GROUPS, type NameDrafts } from './connect-form.ts'

interface NameFieldsProps {
  readonly names: NameDrafts
  readonly onChange: (names: NameDrafts) => void
}

/** Names of tables and columns, for a database that has others. */
export function NameFields({ names, onChange }: NameFieldsProps): ReactNode {
  const differing = Object.values(names).filter((name) => name.trim() !== '').length
  return (
    <Disclosure className="names">
      <Heading level={2} className="names-head">
        <Button slot="trigger" className="button button-quiet names-trigger">
          <ChevronRight size={14} aria-hidden />
          My tables have other names
          {differing === 0 ? null : <span className="quiet">{differing} named</span>}
        </Button>
      </Heading>
      <DisclosurePanel className="names-panel">
        <p className="quiet">Fill in what differs; what you leave out has its usual name.</p>
        {MAPPED_GROUPS.map((group) => (
          <fieldset key={group.title} className="names-group">
            <legend className="field-label">{group.title}</legend>
            {group.names.map(({ path, label, usual }) => (
              <TextField
                key={path}
                label={label}
                fixed
                placeholder={usual}
                value={names[path] ?? ''}
                onChange={(name) => onChange({ ...names, [path]: name })}
              />
            ))}
          </fieldset>
        ))}
      </DisclosurePanel>
    </Disclosure>
  )
}
