import { Copy } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { useTexts } from '../format/format-context.tsx'
import { Button } from './button.tsx'
import { copyText } from './clipboard.ts'
import { tabSeparated } from './tab-separated.ts'
import { tableCells } from './table-cells.ts'
import { showToast } from './toast.tsx'
import './copy-table.css'

interface CopyTableProps {
  /** Of what, for those who hear the button. */
  readonly name: string
  readonly table: RefObject<HTMLTableElement | null>
}

/** Copies a table, to be pasted into a spreadsheet. */
export function CopyTable({ name, table }: CopyTableProps): ReactNode {
  const t = useTexts('kit')
  const copy = async (): Promise<void> => {
    if (table.current === null) return
    const isCopied = await copyText(tabSeparated(tableCells(table.current)))
    showToast({ text: isCopied ? t.tableCopied : t.tableNotCopied })
  }
  return (
    <div className="copy-table">
      <Button
        kind="quiet"
        icon={<Copy size={14} aria-hidden />}
        aria-label={t.copyTableOf({ name })}
        onPress={() => void copy()}
      >
        {t.copyTable}
      </Button>
    </div>
  )
}
