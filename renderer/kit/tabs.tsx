import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel as AriaTabPanel, Tabs as AriaTabs } from 'react-aria-components'
import './tabs.css'

interface TabsProps<T extends string> {
  readonly tabs: readonly T[]
  readonly selected: T
  readonly onSelect: (tab: T) => void
  readonly className?: string
  readonly children: ReactNode
}

/** Several views of one thing, one at a time: a `TabRow` and a `TabPanel` each among its children. */
export function Tabs<T extends string>({ tabs, selected, onSelect, className, children }: TabsProps<T>): ReactNode {
  return (
    <AriaTabs
      {...(className === undefined ? {} : { className })}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find((one) => one === key)
        if (tab !== undefined && tab !== selected) onSelect(tab)
      }}
    >
      {children}
    </AriaTabs>
  )
}

interface TabRowProps<T extends string> {
  readonly label: string
  readonly tabs: readonly T[]
  readonly titles: Readonly<Record<T, string>>
}

export function TabRow<T extends string>({ label, tabs, titles }: TabRowProps<T>): ReactNode {
  return (
    <TabList className="tab-list" aria-label={label}>
      {tabs.map((tab) => (
        <Tab key={tab} id={tab} className="tab">
          {titles[tab]}
        </Tab>
      ))}
    </TabList>
  )
}

interface TabPanelProps {
  readonly id: string
  readonly className?: string
  readonly children: ReactNode
}

export function TabPanel({ id, className, children }: TabPanelProps): ReactNode {
  return (
    <AriaTabPanel id={id} className={className === undefined ? 'tab-panel' : `tab-panel ${className}`}>
      {children}
    </AriaTabPanel>
  )
}
